import type { VNode } from 'preact'
import { Button } from '../button.tsx'
import { h } from '../h.ts'

/** What was saved, in words. */
export interface Saved {
  readonly message?: string | undefined
  /** Shown as a toast with a button of this name; heard only without it. */
  readonly dismiss?: string | undefined
}

/** The status message. It stands in the page before its text changes, else nobody hears it. */
export const Status = ({
  message,
  dismiss,
  onDismiss,
}: Saved & { readonly onDismiss: () => void }): VNode => (
  <div class={dismiss ? 'card toast' : 'heard'} part="toast">
    <p id="status" role="status" tabIndex={-1}>
      {message}
    </p>
    {dismiss && <Button id="dismiss" look="quiet" label={dismiss} onClick={onDismiss} />}
  </div>
)
