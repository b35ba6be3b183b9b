/** How the form's page looks: a sheet on its long side on paper, stacked rows on a phone, always light. */
export const formStyle = `
:root { color-scheme: light; }
@page { size: A4 landscape; margin: 14mm; }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1.5rem; background: #fff; color: #23201b;
  font: 1rem/1.45 'Hanken Grotesk', Calibri, 'Segoe UI', system-ui, sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
p { margin: .25rem 0; }
.logo { vertical-align: middle; margin-inline-end: .5rem; }
.why { font-style: italic; max-width: 45rem; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
th, td { padding: .4rem .6rem; border: 1px solid #b9ae9c; text-align: start; vertical-align: top;
  overflow-wrap: anywhere; white-space: pre-wrap; }
th { background: #efe9de; font-size: .85rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
th:nth-child(1) { width: 18%; } th:nth-child(2) { width: 20%; } th:nth-child(3) { width: 24%; }
th:nth-child(4) { width: 11%; } th:nth-child(5) { width: 27%; }
.todo { margin: .5rem 0 0; }
.todo th:nth-child(1) { width: 31%; } .todo th:nth-child(2) { width: 10%; } .todo th:nth-child(3) { width: 13%; }
.todo th:nth-child(4) { width: 11%; } .todo th:nth-child(5) { width: 26%; } .todo th:nth-child(6) { width: 9%; }
tr[data-id=''] { height: 9mm; }
tr[data-id=''] td { padding-block: .15rem; }
tr, section { break-inside: avoid; }
h2 { break-after: avoid; }
dl { display: grid; grid-template-columns: 10rem 1fr; gap: .25rem 1rem; margin: 0; }
dt { font-weight: 600; font-size: .85rem; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
@media screen and (max-width: 40rem) {
  body { margin: 1rem auto; padding: 0 1rem; }
  table, tbody, tr, td { display: block; }
  thead { display: none; }
  tr { margin: 0 0 1rem; border: 1px solid #b9ae9c; }
  td { border: 0; }
  td:empty { display: none; }
  td::before { content: attr(data-heading); display: block; font-size: .8rem; font-weight: 600; color: #5f584d; }
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: .5rem; }
}
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } }
`
