import { checkText } from './core/index.ts'

/** What is said of the view; from an attribute all of it is text. */
interface ViewWords {
  readonly position?: string | undefined
  readonly theme?: string | undefined
  readonly button?: string | undefined
  readonly zIndex?: string | undefined
}

/**
 * Refuses what can be written wrongly of how the view is put on the page.
 *
 * @throws ConsentError with the option's code.
 */
export const checkView = ({ position, theme, button, zIndex }: ViewWords): void => {
  checkText('position', position, /^(bottom|left|right|inline)$/)
  checkText('theme', theme, /^(light|dark)$/)
  checkText('button', button, /^(left|right)$/)
  checkText('z-index', zIndex, /^-?\d{1,10}$/)
}
