/** The look of the page: light and dark as the system is, readable on a phone and on paper. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d1b18;--soft:#5c5750;--line:#ddd7cc;--red:#a3221a;
--ins:#0b5d2a;--ins-bg:#dff3e4;--del:#9b1c13;--del-bg:#fbe3e0;--warn:#7a4b00;--warn-bg:#fdf0d3}
@media (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ece8e1;--soft:#b0a99e;--line:#3d3933;--red:#f0877c;
--ins:#8fe0a8;--ins-bg:#12351f;--del:#f6a79f;--del-bg:#43191a;--warn:#f3c877;--warn-bg:#3d2d0c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.75 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:56rem;margin:0 auto;padding:1rem 1rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;border-bottom:3px double var(--red);padding-bottom:.4rem}
h2{font-size:1.25rem;margin:2.2rem 0 .4rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .2rem}
.count{color:var(--soft);font-weight:normal}
.about,.lead,.legend{color:var(--soft);margin:.2rem 0;font-size:.9rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:bold}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem .4rem 0;text-align:left;font-weight:normal;vertical-align:top}
th{white-space:nowrap}th a{display:inline-block;min-height:28px}
a{color:var(--red)}
ul{list-style:none;margin:.3rem 0;padding:0}
li{border-left:3px solid var(--line);padding:.15rem 0 .15rem .7rem;margin:.3rem 0}
li.new{border-color:var(--ins)}li.gone{border-color:var(--del)}
li.error{border-color:var(--del);background:var(--del-bg)}li.warning{border-color:var(--warn);background:var(--warn-bg)}
.label{font-weight:bold;margin-right:.6rem}.label::after{content:"："}
del{color:var(--del);background:var(--del-bg)}
ins{color:var(--ins);background:var(--ins-bg)}
code{font:.9em ui-monospace,Consolas,monospace}
@media print{body{background:none;color:#000;font-size:11pt}section{break-inside:auto}article{break-inside:avoid-page}}
`;
