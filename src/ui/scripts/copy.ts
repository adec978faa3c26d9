/** Copies a text and says so on the page and to a screen reader; where copying is refused, shows the text to be copied. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(`已复制：${text}`);
  } catch {
    // No permission, or a page not served over https: the text itself can still be selected by hand.
    announce(`请手动复制：${text}`);
  }
}

let toast: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function announce(message: string): void {
  if (!toast) {
    toast = document.createElement('p');
    toast.className = 'toast';
    toast.setAttribute('role', 'status');
    document.body.append(toast);
  }
  toast.textContent = message;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (toast) toast.textContent = '';
  }, 4000);
}
