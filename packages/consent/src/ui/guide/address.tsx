import type { VNode } from 'preact'
import { quietly } from '../../shared/quietly.ts'
import { h } from '../h.ts'
import { copyText } from './copy-text.ts'
import type { GuidePanelText } from './text/guide-panel-text.ts'

/** The address of a browser's settings: no page may open it, so it is there to be copied. */
export const Address = ({
  address,
  text,
}: {
  readonly address: string
  readonly text: GuidePanelText
}): VNode => (
  <div class="address">
    <span id="address-label">{text.address}</span>
    <code id="address">{address}</code>
    <button
      type="button"
      id="copy"
      class="outline"
      part="button outline"
      aria-describedby="address-label address"
      onClick={async event => {
        const box = quietly(() => event.currentTarget.parentElement)
        const isCopied = await copyText(address, () => box?.querySelector('code'))
        quietly(() => {
          const said = box?.querySelector('output')
          if (said) said.textContent = isCopied ? text.copied : text.selected
        })
      }}
    >
      {text.copy}
    </button>
    <output />
  </div>
)
