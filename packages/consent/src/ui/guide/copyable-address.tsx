import type { VNode } from 'preact'
import type { GuidePanelText } from '../../words/en/guide.ts'
import { h } from '../later-parts/h.ts'

/**
 * Draws the address of a browser's settings with a button that copies it, because a page cannot
 * open such an address. `suffix` is the end of the ids, for the address of a single step.
 */
export const CopyableAddress = ({
  address,
  text,
  suffix = '',
}: {
  readonly address: string
  readonly text: GuidePanelText
  readonly suffix?: string
}): VNode => (
  <div class="address">
    <span id={`address-label${suffix}`}>{text.address}</span>
    <code id={`address${suffix}`}>{address}</code>
    <button
      type="button"
      id={`copy${suffix}`}
      class="outline"
      part="button outline"
      aria-describedby={`address-label${suffix} address${suffix}`}
      onClick={async event => {
        const box = event.currentTarget.parentElement
        const isCopied = await copyText(address, box?.querySelector('code'))
        const output = box?.querySelector('output')
        if (output) output.textContent = isCopied ? text.copied : text.selected
      }}
    >
      {text.copy}
    </button>
    <output />
  </div>
)

/**
 * Copies a text, or if the browser refuses, selects it in the element that shows it. Returns whether
 * the text was copied. Never rejects.
 */
export const copyText = async (
  text: string,
  shown: Element | null | undefined,
): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Outside a secure context `navigator.clipboard` is missing, and a WebView may refuse access to
    // it.
    if (shown) getSelection()?.selectAllChildren(shown)
    return false
  }
}
