"""The watermark across a page, in the shape that Word knows as one and offers to remove."""

from slaeditor.word.markup import attribute

_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_HEIGHT = 96
"""Points; the width follows from the length of the text, within that of the page."""


def watermark(text: str, number: int) -> str:
    """The run that draws a text across the page; `number` tells the shapes of a file apart."""
    width = min(int(len(text) * _HEIGHT * 0.62), 440)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{_HEIGHT}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype {_VML} id="_x0000_t136" '
        'coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
        '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
        '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
        '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>'
        f'</v:shapetype><v:shape {_VML} id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt={attribute(text)} '
        f'style="{style}" o:allowincell="f" fillcolor="silver" stroked="f">'
        '<v:fill opacity=".5"/>'
        '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" '
        f"string={attribute(text)}/>"
        "</v:shape></w:pict></w:r>"
    )
