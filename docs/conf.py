"""Sphinx settings: Markdown pages, reference pages from the docstrings, every broken link an error."""

from importlib.metadata import version as installed_version

project = "geobrief"
author = "The geobrief authors"
copyright = "The geobrief authors"
version = release = installed_version("geobrief")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"geobrief {release}"

myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3

default_role = "py:obj"
autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {
    "members": True,
    "show-inheritance": True,
    "exclude-members": "__init__, __new__, form",
}

# Other projects and type variables have no page here, and `x` in prose may be a field or a value.
nitpick_ignore_regex = [
    (r"py:(?!obj).*", r"(?!geobrief\.).*"),
    (r"py:class", r"geobrief\..*\.([A-Z]+(_co)?|_[A-Za-z]+)"),
    (r"py:obj", r".*"),
    # the workings of a room: they appear in signatures, and have no page of their own
    (
        r"py:class",
        r"geobrief\.(law\.(uncertain|acts|rules|reasons|answers)|codec\.(document|places|text_issues))\..*",
    ),
    (r"py:class", r"geobrief\.(claims\.(known|dated|support)|brief\.(ask_law|index|telling))\..*"),
]
