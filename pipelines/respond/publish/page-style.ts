/**
 * The look of a public page: a newspaper column, readable at 360 px, in the dark and in print. Text and its ground have at
 * least 7:1, labels 4.5:1; no web font, so that nothing is fetched from elsewhere.
 */
export const publicStyle = `
:root{--paper:#fdfcf9;--ink:#191714;--muted:#5a544b;--line:#d8d2c6;--link:#0d4a86;--fact:#0f5f3f;--fact-soft:#eaf3ee;--warn:#8a4b00;--warn-soft:#fbf1e2;--open:#3d4a5c;--open-soft:#edf0f4;--gone:#8c1d18;--gone-soft:#f9e9e7}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#ece8e0;--muted:#b0a99c;--line:#3a362f;--link:#8fc1f2;--fact:#7fd1a8;--fact-soft:#14271e;--warn:#f0b565;--warn-soft:#2b2113;--open:#b7c4d6;--open-soft:#1f242c;--gone:#f2a39d;--gone-soft:#2d1817}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Noto Serif","Times New Roman",serif}
a{color:var(--link);text-underline-offset:.15em;overflow-wrap:anywhere}
a:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.mast,main,.foot{max-width:42rem;margin:0 auto;padding:0 1.15rem}
.mast{padding-top:1.1rem}
.mast a{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline;border-bottom:3px double var(--ink);padding-bottom:.55rem;color:var(--ink);text-decoration:none}
.mast-name{font-weight:700;font-size:1.35rem;letter-spacing:.01em}
.mast-unit,.dateline,.label,.foot,.list time,.list .unit,figcaption{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
.mast-unit{font-size:.95rem;color:var(--muted);margin-left:auto}
.label{display:inline-block;font-size:.82rem;font-weight:700;letter-spacing:.04em;text-transform:uppercase;padding:.18rem .6rem;border-radius:.2rem;margin:1.6rem 0 .2rem}
.tone-partly{color:var(--warn);background:var(--warn-soft)}.tone-true{color:var(--fact);background:var(--fact-soft)}.tone-open{color:var(--open);background:var(--open-soft)}.tone-gone{color:var(--gone);background:var(--gone-soft)}
h1{font-size:clamp(1.65rem,1.15rem + 2.4vw,2.5rem);line-height:1.17;letter-spacing:-.012em;margin:.35rem 0 .6rem;text-wrap:balance}
main>h1{margin-top:1.6rem}
h2{font-size:1.18rem;line-height:1.3;margin:0 0 .35rem}
p{margin:.5rem 0}
.dateline{font-size:.9rem;color:var(--muted);line-height:1.5;margin:0 0 1.4rem}
.box{margin:1.5rem 0;padding-left:1rem;border-left:4px solid var(--line)}
.box p{margin:.35rem 0}
.box-fact,.box-fact_again{border-color:var(--fact)}.box-fact h2,.box-fact_again h2{color:var(--fact)}
.box-warning{border-color:var(--warn);background:var(--warn-soft);padding:.8rem 1rem;border-radius:0 .3rem .3rem 0}.box-warning h2{color:var(--warn)}
.box-check{border-color:var(--open);background:var(--open-soft);padding:.8rem 1rem;border-radius:0 .3rem .3rem 0}
.box ul{margin:.3rem 0;padding-left:1.2rem}
.box-source{border:0;border-top:1px solid var(--line);padding:1rem 0 0;font-size:1rem}
.box-source ul{margin:.3rem 0;padding-left:1.1rem}.box-source li{margin:.35rem 0}
.notice{border:1px solid var(--warn);background:var(--warn-soft);padding:.75rem 1rem;border-radius:.3rem;margin:1rem 0}
.notice-withdrawal{border-color:var(--gone);background:var(--gone-soft)}
.notice h2{font-size:1rem;font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.share{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-size:1rem;display:flex;flex-wrap:wrap;gap:.6rem;margin:1.8rem 0;padding:0;list-style:none}
.share a{display:inline-block;min-height:2.75rem;line-height:1.75rem;padding:.45rem .95rem;border:1px solid var(--line);border-radius:.35rem;text-decoration:none}
.list{list-style:none;padding:0;margin:1rem 0}
.list li{border-top:1px solid var(--line);padding:1rem 0}
.list h2{font-size:1.25rem;margin:.1rem 0 .25rem}.list .label{margin:0 .5rem 0 0}
.list h2 a{color:var(--ink);text-decoration:none}.list h2 a:hover{text-decoration:underline}
.list time,.list .unit{font-size:.88rem;color:var(--muted)}
.foot{font-size:.85rem;color:var(--muted);padding-bottom:2rem}.foot p{border-top:1px solid var(--line);padding-top:.8rem;margin-top:2.5rem}
@media print{.share,.skip,.foot{display:none}body{font-size:11pt}.box{break-inside:avoid}}
`.trimStart();
