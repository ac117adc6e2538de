import type { ComponentChildren, VNode } from 'preact'
import { quietly } from '../../shared/quietly.ts'
import { h } from '../h.ts'
import { showModal } from './show-modal.ts'

/** What the dialog says and holds. */
export interface DialogProps {
  readonly heading: string
  readonly close: string
  /** Esc, the cross and a click beside the dialog: saves nothing. */
  readonly onClose: () => void
  /** Leads back to the preferences, from what stands in their place. */
  readonly back: VNode | false | undefined
  readonly children: ComponentChildren
}

/** The second layer: a modal dialog, named by its heading. */
export const Dialog = ({ heading, close, onClose, back, children }: DialogProps): VNode => (
  <dialog
    id="preferences"
    class="card"
    part="dialog"
    aria-labelledby="heading"
    closedby="any"
    ref={showModal}
    onCancel={onClose}
    // Also said late, after the dialog has gone with its view; then it is old news.
    onClose={event => quietly(() => event.currentTarget.isConnected) !== false && onClose()}
  >
    {/* No header: where nothing makes a section it is a landmark of the page. */}
    <div class="head">
      {back}
      <h2 id="heading">{heading}</h2>
      <button type="button" id="close" part="button close" aria-label={close} onClick={onClose}>
        ×
      </button>
    </div>
    {children}
  </dialog>
)
