import { checkText } from './core/index.ts'

/** What may be said of how the view is put on the page. */
type ViewName = 'position' | 'theme' | 'button' | 'z-index'

/** What may be said of how the view is put on the page; from an attribute all of it is text. */
export const VIEW_FORMS: Readonly<Record<ViewName, RegExp>> = {
  position: /^(bottom|left|right|inline)$/,
  theme: /^(light|dark)$/,
  button: /^(left|right)$/,
  'z-index': /^-?\d{1,10}$/,
}

/** What is said of the view, as text. */
export type ViewWords = { readonly [Name in ViewName]?: string | undefined }

/**
 * Refuses what can be written wrongly of how the view is put on the page.
 *
 * @throws ConsentError with the option's code.
 */
export const checkView = (words: ViewWords): void => {
  for (const name of Object.keys(VIEW_FORMS) as ViewName[])
    checkText(name, words[name], VIEW_FORMS[name])
}
