import { holdScript } from '../guard/hold.ts'
import { releaseScript } from './release-script.ts'

/** Mark-up that waits for its category. */
export const HELD =
  'script[type="text/plain"][data-consent],template[data-consent],[data-consent][data-src]:not(script)'

/** The attributes that wait under a name with `data-` before it. */
const ADDRESSES = ['srcset', 'src'] as const

/**
 * Lets one held element do what it is there for.
 *
 * @returns Resolves when the next one may be let go.
 */
export const release = (element: HTMLElement): Promise<unknown> | undefined => {
  const { dataset } = element
  if (element.localName === 'script') return releaseScript(element as HTMLScriptElement)
  if (element.localName === 'template') return releaseTemplate(element as HTMLTemplateElement)
  for (const name of ADDRESSES) {
    const address = dataset[name]
    delete dataset[name]
    if (address !== undefined) element.setAttribute(name, address)
  }
  return undefined
}

/** Puts in what the template holds, in its place; the scripts in it run one after another. */
const releaseTemplate = async (template: HTMLTemplateElement): Promise<void> => {
  const { content } = template
  // Those that name a category of their own wait for that.
  const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')]
  for (const script of scripts) holdScript(script)
  template.replaceWith(content)
  for (const script of scripts) await releaseScript(script)
}
