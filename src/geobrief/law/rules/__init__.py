"""The rules of treaty law: from acts to the days on which something holds; no sentence is made here."""
