import type { ComponentChildren, VNode } from 'preact'
import { quietly } from '../../shared/quietly.ts'
import { h } from '../parts/h.ts'
import { showModal } from './show-modal.ts'

/** Properties of the dialog. */
export interface DialogProps {
  readonly heading: string
  readonly close: string
  /** Called on Esc, on the close button and on a click beside the dialog. Saves nothing. */
  readonly onClose: () => void
  /** The button that leads from the guide back to the preferences. */
  readonly back: VNode | false | undefined
  readonly children: ComponentChildren
}

/** Draws a modal dialog that is named by its heading. */
export const Dialog = ({ heading, close, onClose, back, children }: DialogProps): VNode => (
  <dialog
    id="preferences"
    class="card"
    part="dialog"
    aria-labelledby="heading"
    aria-describedby="unsaved"
    closedby="any"
    ref={showModal}
    onCancel={onClose}
    // Ignore the event if the dialog has been removed already.
    onClose={event => quietly(() => event.currentTarget.isConnected) !== false && onClose()}
  >
    {/* A `<header>` outside of sectioning content would be a landmark of the page, so use a `<div>`. */}
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
