"""The texts of the interface in the person's language (`_`), for the core and the window alike.

The texts in the code are English and are what shows where no translation is found. Compiled
catalogues stand in `resources/translations/<language>/LC_MESSAGES/slaeditor.mo`; the language comes
from LANGUAGE, LC_ALL, LC_MESSAGES or LANG. The language of an agreement is another matter:
see `slaeditor.wording`.
"""

import gettext
from pathlib import Path

_CATALOGUES = Path(__file__).parent.parent / "resources" / "translations"
_translations = (
    gettext.translation("slaeditor", str(_CATALOGUES), fallback=True)
    if _CATALOGUES.is_dir()
    else gettext.NullTranslations()
)

_ = _translations.gettext
ngettext = _translations.ngettext
