import type { VNode } from 'preact'
import type { BannerText } from '../../words/banner-text.ts'
import { Button } from './button.tsx'
import { h } from './h.ts'

/** Properties of the buttons “Reject all” and “Accept all”. */
export interface ChoiceButtonsProps {
  readonly text: BannerText
  readonly onAnswer: (event: MouseEvent, isYes: boolean) => void
}

/**
 * Draws “Reject all” and “Accept all” with the same element and look, so that refusing is as easy
 * as accepting.
 *
 * @see https://www.cnil.fr/en/cookies-and-other-tracking-devices-cnil-publishes-new-guidelines
 */
export const ChoiceButtons = ({ text, onAnswer }: ChoiceButtonsProps): VNode => (
  <div class="choices">
    <Button
      id="reject-all"
      look="choice"
      label={text.rejectAll}
      onClick={event => onAnswer(event, false)}
    />
    <Button
      id="accept-all"
      look="choice"
      label={text.acceptAll}
      onClick={event => onAnswer(event, true)}
    />
  </div>
)
