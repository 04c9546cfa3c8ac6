// Comfort only: every form on these pages works without this file.
const group = (text, sizes, glue) => {
  const parts = [];
  let rest = text;
  for (const size of sizes) {
    if (rest === '') break;
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return parts.join(glue);
};

/** As an Arabic or Persian keyboard types them. */
const toAscii = (text) => text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => digit.charCodeAt(0) & 0xf);

const formatters = {
  number: (digits) => (/^3[47]/.test(digits) ? group(digits, [4, 6, 5], ' ') : group(digits, [4, 4, 4, 4, 3], ' ')),
  expiry: (digits) => group(digits, [2, 2], ' / '),
};

for (const input of document.querySelectorAll('[data-format]')) {
  input.addEventListener('input', () => {
    // Only at the end of the text, so that the caret never jumps while somebody corrects a digit.
    if (input.selectionStart !== input.value.length) return;
    const digits = toAscii(input.value).replace(/\D/g, '');
    if (digits !== '' && !/[/-]\s*\d{4}$/.test(input.value)) input.value = formatters[input.dataset.format](digits);
  });
}

for (const form of document.querySelectorAll('form[data-once]')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    const button = form.querySelector('button[type="submit"]');
    button.setAttribute('aria-disabled', 'true');
    button.querySelector('[data-busy]')?.removeAttribute('hidden');
    button.querySelector('[data-idle]')?.setAttribute('hidden', '');
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
