// Copies a text, and says on the button that it is copied.

/** How long a button says "Copied", in milliseconds. */
const SHOWN = 2500

/**
 * Copies a text to the clipboard, which browsers offer only on https and localhost. If the browser
 * does not allow copying, selects `shown`, the element that shows the text. `say` announces a text
 * to screen readers.
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
