"""The style sheet of an exported HTML page: light, one column, prints on A4 as it reads."""

PAGE_STYLE = """
:root { color-scheme: light; }
body {
  font: 15px/1.5 Arial, "Liberation Sans", Helvetica, sans-serif;
  color: #111; background: #fff; max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem;
}
p { margin: 0 0 .7em; white-space: pre-line; overflow-wrap: anywhere; }
h1, h2, h3, h4 { color: #1f2a44; line-height: 1.25; break-after: avoid; }
h1 { font-size: 2.2rem; border-bottom: 2px solid #1f2a44; padding-bottom: .5rem;
  margin: .3rem 0 1.6rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .8rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .7rem; }
h4 { font-size: 1rem; margin: 1.3rem 0 .6rem; }
.cover-kind { font-size: 1.2rem; color: #595959; margin-top: 3rem; }
.legend { border: 1px solid #bfc5d2; background: #eef1f6; color: #1f2a44; font-weight: bold;
  padding: .6rem .8rem; margin: 2rem 0; }
.schedule { font-size: 1.5rem; border-bottom: 1px solid #1f2a44; padding-bottom: .3rem; }
.level-1 { margin-inline-start: 3rem; }
.level-2 { margin-inline-start: 6rem; }
.level-3 { margin-inline-start: 9rem; }
.numbered { text-indent: -3rem; }
.number { display: inline-block; min-width: calc(3rem - .28em); text-indent: 0; }
.level-0.numbered { text-indent: 0; }
.level-0 .number { padding-inline-end: 1rem; min-width: 0; }
mark { background: #fff2a8; color: inherit; }
a { color: inherit; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.4rem; font-size: .88rem; }
.grid { border-top: 1.5px solid #1f2a44; border-bottom: 1.5px solid #1f2a44; }
.grid th { background: #eef1f6; color: #1f2a44; text-align: start; vertical-align: bottom; }
.grid th, .grid td { padding: .35rem .5rem; border-bottom: 1px solid #bfc5d2; }
td { vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); }
.signature { break-inside: avoid; margin-top: 2rem; }
.signature table { width: 70%; font-size: 1rem; }
.signature th { font-weight: normal; color: #595959; text-align: start; width: 8rem; }
.signature th, .signature td { height: 2.2rem; vertical-align: bottom; }
.signature td { border-bottom: 1px solid #595959; }
.lead { font-weight: bold; }
@page { size: A4; margin: 25mm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  .new-page { break-before: page; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
"""
