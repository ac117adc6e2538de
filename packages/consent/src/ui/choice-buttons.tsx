import type { VNode } from 'preact'
import type { BannerText } from './banner/text/banner-text.ts'
import { Button } from './button.tsx'
import { h } from './h.ts'

/** The two answers that take everything. */
export interface ChoiceButtonsProps {
  readonly text: BannerText
  readonly onAnswer: (event: MouseEvent, isYes: boolean) => void
}

/**
 * Shows refusing beside accepting, in one row that never breaks: the same element, the same look.
 *
 * @see https://www.cnil.fr/en/cookies-and-other-tracking-devices-cnil-publishes-new-guidelines
 */
export const ChoiceButtons = ({ text, onAnswer }: ChoiceButtonsProps): VNode => (
  <div class="choices">
    <Button
      id="reject-all"
      look="choice"
      label={text.reject}
      onClick={event => onAnswer(event, false)}
    />
    <Button
      id="accept-all"
      look="choice"
      label={text.accept}
      onClick={event => onAnswer(event, true)}
    />
  </div>
)
