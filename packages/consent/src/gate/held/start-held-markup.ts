import type { AnyConsent } from '../../core/index.ts'
import { ASK_EVENT, BLOCKED_EVENT, INSERTED_EVENT } from '../../shared/events.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { allows } from '../../shared/service-key.ts'
import { holdFrame } from '../guard/hold.ts'
import { type KeepOut, keepOutRaw, type Tell } from './keep-out-raw.ts'
import { HELD, release } from './release.ts'
import { watchPage } from './watch-page.ts'

/** What may stand in the page unmarked, and what may be held or showing: no form, whose fields answer for it. */
const RAW = 'script,iframe'
const SHOWN = '[data-consent]:not(form),iframe'

/** What an element waits for. By its attribute: `dataset` inherits from `Object.prototype`. */
const keyOf = (element: Element): string => element.getAttribute('data-consent') ?? ''

/** The held mark-up of one consent. */
export interface HeldMarkup {
  /** Takes in a shadow root that has just been made. */
  watch(root: ShadowRoot): void
  /** Sees what the page has put in since. */
  look(): void
  /** Nothing is released any more. */
  stop(): void
}

/**
 * Releases held mark-up once its category is granted: what is there at the start, what is granted
 * later and what the page adds later. Everything in document order, each element once. Frames are
 * held again at the withdrawal.
 */
export const startHeldMarkup = (consent: AnyConsent, deniedAt: KeepOut): HeldMarkup => {
  let queue: Promise<unknown> = Promise.resolve()
  let isOn = true

  // Not `isGranted`: mark-up may name a category that does not exist, and stays held then.
  const isGranted = (element: HTMLElement) => allows(consent.$state.get(), keyOf(element))

  const releaseInTurn = (element: HTMLElement): Promise<unknown> | undefined => {
    // Withdrawn while it waited, or released by an earlier turn: an element may be queued twice.
    if (isOn && element.isConnected && element.matches(HELD) && isGranted(element))
      return release(element, consent.options.nonce, releaseInTurn)
    return undefined
  }

  const settle = (elements: readonly Element[]) => {
    // The parser may still be at work on the text of the last one.
    if (ownDocument.readyState === 'loading') return
    for (const element of elements as readonly HTMLElement[]) {
      if (!keyOf(element)) continue
      if (isGranted(element)) {
        // What one of them throws stalls no other.
        if (element.matches(HELD)) queue = queue.then(() => releaseInTurn(element)).catch(() => {})
      } else if (element.localName === 'iframe') {
        const { src } = element as HTMLIFrameElement
        // Many pages write `src="about:blank"` beside the address that is to wait.
        if (src) holdFrame(element as HTMLIFrameElement, element.getAttribute('data-src') ?? src)
        element.dispatchEvent(new CustomEvent(BLOCKED_EVENT, { bubbles: true, composed: true }))
      }
    }
  }
  const settleAll = (tell: Tell) =>
    quietly(() => {
      const found = page.find(SHOWN)
      keepOutRaw(found, deniedAt, tell)
      settle(found)
    })
  const look = () => {
    settleAll('late')
    quietly(() => ownDocument.dispatchEvent(new CustomEvent(INSERTED_EVENT)))
    Promise.resolve().then(() => quietly(listen))
  }
  const onWatch = (event: Event) => quietly(() => event.preventDefault())
  /** Again after each look: `document.open()` takes every listener off a page. */
  const listen = () => {
    if (!isOn) return
    ownDocument.addEventListener(ASK_EVENT, onWatch)
    page.listen()
  }

  // By the prototype: a form may have a field of the name of any method.
  const { querySelectorAll } = Element.prototype
  const page = watchPage(
    added =>
      quietly(() => keepOutRaw([added, ...querySelectorAll.call(added, RAW)], deniedAt, 'parsed')),
    look,
  )
  quietly(listen)
  // Not before everybody is behind the gate.
  Promise.resolve().then(() => {
    if (!isOn) return
    quietly(() => keepOutRaw(page.find(RAW), deniedAt, 'earlier'))
    look()
  })
  const unfollow = consent.$state.listen(() => settleAll('never'))

  return {
    watch: page.add,
    look,
    stop() {
      isOn = false
      page.stop()
      unfollow()
      ownDocument.removeEventListener(ASK_EVENT, onWatch)
    },
  }
}
