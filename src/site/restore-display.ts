/**
 * The only script that stands in a page. It runs before the first paint, so that what was chosen doesn't flash, and
 * again when another window, the system, or a later page from which the reader comes back chose otherwise. The choices
 * are made in ui/scripts/display.ts; whatever else lies under that name, perhaps put there by another site of the same
 * host, is passed over.
 */
export const restoreDisplay = `(function(d,m){var e=d.dataset;function f(s){try{s=JSON.parse(localStorage.display)||0}catch(x){s=0}e.theme=/^(dark|light)$/.test(s.theme)?s.theme:m.matches?'dark':'light';e.text=s.text||'';e.face=s.face||''}d.className='js';f();addEventListener('storage',f);addEventListener('pageshow',f);m.addEventListener('change',f)})(document.documentElement,matchMedia('(prefers-color-scheme: dark)'))`;
