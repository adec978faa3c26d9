/** Copies a text and says so on the page and to a screen reader; where copying is refused, shows the text to be copied. */
export async function copyText(text: string): Promise<void> {
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  // Pages that come by http, and views within other programs, have no clipboard but may know the old command.
  announce(`${(copied ?? false) || copySelected(text) ? '已复制' : '请手动复制'}：${text}`);
}

/** Copies by way of a selection; whether that worked. The focus is where it was afterwards. */
function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.readOnly = true;
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
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
