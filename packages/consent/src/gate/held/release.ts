import { holdScript } from '../guard/hold.ts'
import { urlOf } from '../url-of.ts'
import { releaseScript } from './release-script.ts'

/** Mark-up that waits for its category. */
export const HELD =
  'script[type="text/plain"][data-consent],template[data-consent],[data-consent]:is([data-src],[data-srcset]):not(script)'

/** The attributes that wait under a name with `data-` before it. */
const ADDRESSES = ['srcset', 'src'] as const

/**
 * Lets one held element do what it is there for.
 *
 * @param nonce That of the SDK; a script that was held by its mark-up has to bear it.
 * @param inTurn Lets the scripts of a template go, if that is still allowed.
 * @returns Resolves when the next one may be let go.
 */
export const release = (
  element: HTMLElement,
  nonce: string | undefined,
  inTurn: (script: HTMLElement) => Promise<unknown> | undefined,
): Promise<unknown> | undefined => {
  if (element.localName === 'script') return releaseScript(element as HTMLScriptElement, nonce)
  if (element.localName === 'template')
    return releaseTemplate(element as HTMLTemplateElement, inTurn)
  for (const name of ADDRESSES) {
    const address = element.getAttribute(`data-${name}`)
    element.removeAttribute(`data-${name}`)
    // A text that runs is no address; a sanitizer that looks at `src` has let it pass.
    if (address !== null && urlOf(address, element.baseURI)?.protocol !== 'javascript:')
      element.setAttribute(name, address)
  }
  return undefined
}

/** Puts in what a template holds, in its place; the scripts in it run one after another. */
const releaseTemplate = async (
  template: HTMLTemplateElement,
  inTurn: (script: HTMLElement) => Promise<unknown> | undefined,
): Promise<void> => {
  const { content, dataset } = template
  // Those that name a category of their own wait for that; a text that is none is never run.
  const scripts = [
    ...content.querySelectorAll<HTMLScriptElement>(
      'script:not([data-consent],[type="text/plain"])',
    ),
  ]
  for (const script of scripts) {
    holdScript(script)
    script.dataset['consent'] = dataset['consent']
  }
  template.replaceWith(content)
  for (const script of scripts) await inTurn(script)
}
