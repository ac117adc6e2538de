import type { Frame } from 'playwright-core'
import type { Click } from '../../watch/recording.ts'
import { type PageLook, speaksOfConsent } from '../look/find-controls.ts'
import type { Scope } from '../look/scope.ts'

/** The clicks of a rule of autoconsent that were let through, and whether another was prevented. */
interface HeardClicks {
  readonly clicks: Omit<Click, 'act'>[]
  hasPrevented: boolean
}

declare global {
  interface Window {
    autoconsentHeard?: HeardClicks
  }
}

/**
 * Prevents the clicks in a frame that a rule of autoconsent may not make, and notes all others. A
 * rule may click in a layer that speaks of consent, and in a layer that the look before the rule
 * did not list, unless this layer has the page's main part, a field for text or a `<select>`. A
 * rule may click in no form with a field for text or a `<select>`.
 */
export const guardClicks = async (
  frame: Frame,
  { layers }: PageLook,
  { roots }: Scope,
): Promise<void> => {
  const here = layers.filter(layer => layer.frame === frame)
  const open = here.filter(one => roots.has(one.id) || (one.isLayer && speaksOfConsent(one)))
  await frame.evaluate(startGuard, {
    open: open.map(({ id }) => id),
    old: here.map(({ id }) => id),
  })
}

/**
 * Stops preventing and noting clicks in a frame. Returns the clicks that were noted, and whether
 * one was prevented.
 */
export const endGuard = async (frame: Frame): Promise<HeardClicks> => {
  const heard = await frame.evaluate(() => {
    if (window.consentAudit) window.consentAudit.isPrevented = undefined
    return window.autoconsentHeard
  })
  return heard ?? { clicks: [], hasPrevented: false }
}

const startGuard = ({ open, old }: { open: number[]; old: number[] }): void => {
  const memory = window.consentAudit
  if (!memory) throw new Error('The page was not prepared.')
  const heard: HeardClicks = { clicks: [], hasPrevented: false }
  window.autoconsentHeard = heard
  const hasFields = (element: Element) => element.querySelector(`${memory.fields}, select`) !== null
  const isAllowed = (path: Element[]) =>
    !path.some(one => one.localName === 'form' && hasFields(one)) &&
    path.some(one => {
      const id = memory.ids.get(one)
      if (id !== undefined && old.includes(id)) return open.includes(id)
      return memory.isLayer(one) && !one.querySelector('main, [role=main]') && !hasFields(one)
    })
  memory.isPrevented = event => {
    const path = event.composedPath().filter(one => one instanceof Element)
    if (!isAllowed(path)) {
      heard.hasPrevented = true
      return true
    }
    const [target] = path
    const control = target?.closest<HTMLElement>('button, a, [role=button], input') ?? target
    const { x = 0, y = 0, width = 0, height = 0 } = control?.getBoundingClientRect() ?? {}
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count
    const words = control instanceof HTMLElement ? control.innerText || control.ariaLabel : ''
    heard.clicks.push({
      ...{ time: Date.now(), words: (words ?? '').trim().slice(0, 60) },
      box: { x, y, width, height },
    })
    const form = path.find(one => one.localName === 'form')
    if (form) memory.forms.add(form)
    return false
  }
}
