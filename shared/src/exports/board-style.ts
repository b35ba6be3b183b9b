/** How the file to keep looks, beside the form within it: by day and by night, on a phone and on paper. */
export const boardStyle = `
:root { color-scheme: light dark; }
main { display: block; }
input#fit { margin: 0 .5rem 0 0; width: 1.1rem; height: 1.1rem; vertical-align: middle; accent-color: #1e5b4a; }
label[for=fit] { display: inline-block; padding: .6rem 0; }
.board { overflow: auto; max-height: 80vh; border: 1px solid #b9ae9c; border-radius: .5rem; background: #f6f2e9; }
.board:focus-visible { outline: 2px solid #1e5b4a; outline-offset: 2px; }
.board svg { display: block; }
#fit:checked ~ .board svg { width: 100%; height: auto; max-height: 78vh; }
.sheets { display: none; }
.actions, .vote { padding-inline-start: 1.5rem; }
.actions > li { margin: 0 0 .75rem; break-inside: avoid; }
.actions ul { margin: .25rem 0 0; padding-inline-start: 1.1rem; }
@media screen and (prefers-color-scheme: dark) {
  body { background: #1b1916; color: #f1ece2; }
  th { background: #302c26; }
  th, td, tr, .board { border-color: #5b5347; }
  td::before { color: #c0b8a9; }
  input#fit { accent-color: #7cc7a8; }
  .board:focus-visible { outline-color: #7cc7a8; }
}
@media print {
  input#fit, label[for=fit] { display: none; }
  .board { position: absolute; width: 0; height: 0; overflow: hidden; border: 0; }
  .sheets { display: block; }
  .sheet { display: block; width: 100%; max-height: 130mm; break-inside: avoid; margin: 0 0 4mm;
    print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { break-before: auto; }
}
`
