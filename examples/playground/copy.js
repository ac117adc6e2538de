// Copies a text, and says on the button that it is copied.

/** How long a button says "Copied", in milliseconds. */
const SHOWN = 2500

/**
 * Copies a text to the clipboard. Browsers offer the clipboard only on https and localhost.
 *
 * @param {HTMLButtonElement} button
 * @param {string} text
 * @param {object} options
 * @param {import('./words/en.js').words} options.words
 * @param {(text: string) => void} options.say Announces a text to screen readers.
 * @param {Element} [options.shown] The element that shows the text, to be selected if the browser
 *   does not allow copying.
 */
export const copyText = async (button, text, { words, say, shown }) => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    if (shown) getSelection().selectAllChildren(shown)
    say(shown ? words.notCopied : words.linkNotCopied)
    return
  }
  const before = button.textContent
  if (before === words.copied) return
  button.textContent = words.copied
  say(words.copied)
  setTimeout(() => {
    button.textContent = before
  }, SHOWN)
}
