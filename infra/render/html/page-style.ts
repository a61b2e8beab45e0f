/** Own style, readable on a phone and in print; colours keep 4.5:1 against white. */
export const pageStyle = `
:root{color-scheme:light;--ink:#1c2330;--muted:#5b6472;--line:#d9dee5;--accent:#1f4e8c}
*{box-sizing:border-box}
body{margin:0;overflow-wrap:anywhere;font:16px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:var(--ink);background:#fff}
header,main{max-width:70rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{margin:0;font-size:1.75rem;line-height:1.2}
h2{margin:2.25rem 0 .5rem;font-size:1.3rem;border-bottom:2px solid var(--accent);padding-bottom:.2rem}
h3{margin:1.25rem 0 .4rem;font-size:1.05rem}
p{max-width:46rem;margin:.4rem 0}
.span,.empty{color:var(--muted)}
.lead{font-size:1.08rem}
a{color:var(--accent)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.6rem;margin:1rem 0}
dl div{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .7rem}
dt{color:var(--muted);font-size:.85rem}
dd{margin:0;font-weight:600}
nav ol{columns:2;padding-left:1.2rem}
figure{margin:1rem 0}
figure svg{max-width:100%;height:auto}
figcaption{color:var(--muted);font-size:.9rem;max-width:46rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;min-width:30rem}
th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
thead th{background:#f2f5f9;position:sticky;top:0}
tbody th{font-weight:600}
.long{min-width:16rem}
tbody th{white-space:nowrap}
tbody th.wide{white-space:normal}
.integer,.decimal,.number,.share{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
@media (max-width:40rem){nav ol{columns:1}dl{grid-template-columns:1fr 1fr}figure{overflow-x:auto}figure svg{max-width:none;min-width:34rem}}
@media print{nav{display:none}figure svg{max-width:100%;min-width:0}section{break-inside:auto}figure,tr{break-inside:avoid}a{color:inherit;text-decoration:none}.scroll{overflow:visible}}
`;
