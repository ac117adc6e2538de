const VIEW = `
  <h2>View</h2><p>One of many</p><a href="/cookies" data-consent-open>Cookies</a>
  <template data-consent="marketing"><p>Ad</p><script>ran += 1</script></template>
  <img data-consent="marketing" data-src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" alt="">
  <div data-consent-status><p>our own status</p></div>
  <div data-consent-preferences><p>our own preferences</p></div>
  <div data-consent-cookies><p>our own cookies</p></div>
  <div data-consent-guide><p>our own guide</p></div>`

/** A blocked iframe, which only some routes have, because its loading takes long. */
const FRAME =
  '<iframe data-consent="marketing" data-src="/film" title="Film" width="320" height="180"></iframe>'

/** Repeats acts of a visitor and a page. Each method returns how many have worked. */
const live = (view: string, frame: string) => {
  /** The number of repetitions of each act after which the browser gets time for other tasks. */
  const TURNS = { routes: 20, acts: 10 }
  /** The page shows another blocked iframe each time after this number of decisions. */
  const FRAMES = 50
  /** The number of undelivered events at which the visit waits for the delivery. */
  const AHEAD = 40

  window.ran = 0
  const { sleep } = window.counting
  const main = () => document.querySelector('main') as HTMLElement
  const root = () => document.querySelector('spaceone-consent')?.shadowRoot
  const waiting = () =>
    Object.keys(localStorage).filter(name => name.startsWith('spaceone_consent.outgoing.')).length

  /** Creates a blocked script by DOM methods, because scripts set by `innerHTML` do not run. */
  const blocked = (consent: string, data = {}, text = '') => {
    const script = Object.assign(document.createElement('script'), { type: 'text/plain', text })
    Object.assign(script.dataset, { consent, ...data })
    return script
  }
  let views = 0
  const goTo = (hasFrame: boolean) => {
    views += 1
    try {
      history.pushState({ views }, '', `/view/${views}`)
    } catch {
      // Firefox and Safari throw if `pushState` is called too often within some seconds. The route
      // changes anyway.
    }
    const section = document.createElement('section')
    section.innerHTML = hasFrame ? view + frame : view
    section.append(
      blocked('analytics', {}, 'ran += 1'),
      blocked('marketing', { src: '/blocked.js' }),
    )
    main().replaceChildren(section)
  }
  /** Waits at most ten seconds for blocks and placeholder. Without the SDK nothing is drawn. */
  const isDrawnSoon = async () => {
    const isDrawn = () =>
      main().querySelectorAll('spaceone-consent-block').length === 4 &&
      main().querySelectorAll('spaceone-consent-placeholder').length === 1
    await sleep()
    const most = 'spaceoneConsent' in window ? 500 : 0
    for (let turn = 0; turn < most && !isDrawn(); turn += 1) await sleep(20)
    return isDrawn()
  }

  const visit = {
    async routes(times: number) {
      let drawn = 0
      for (let number = 1; number <= times; number += 1) {
        const isLast = number % TURNS.routes === 0
        goTo(isLast)
        if (isLast && (await isDrawnSoon())) drawn += TURNS.routes
      }
      return drawn
    },

    async opens(times: number) {
      const { spaceoneConsent } = window
      let drawn = 0
      for (let number = 1; number <= times; number += 1) {
        const isGuide = number % 2 === 0
        if (isGuide) spaceoneConsent.openGuide()
        else spaceoneConsent.openPreferences()
        const dialog = root()?.querySelector('dialog[open]')
        const isThere = dialog && isGuide === !!dialog.querySelector('#guide')
        spaceoneConsent.close()
        if (isThere && !root()?.querySelector('dialog')) drawn += 1
        if (number % TURNS.acts === 0) await sleep()
      }
      return drawn
    },

    async cycles(times: number) {
      const { spaceoneConsent, gtag } = window
      let turned = 0
      for (let number = 1; number <= times; number += 1) {
        const isLast = number % TURNS.acts === 0
        if (isLast) goTo(number % FRAMES === 0)
        const isAll = number % 2 === 0
        if (isAll) spaceoneConsent.acceptAll()
        else spaceoneConsent.decide({ analytics: true })
        const isOn = spaceoneConsent.isGranted('analytics')
        if (isLast) {
          // Google's tag sets its cookies when it has an event to send.
          gtag('event', 'cycle', { number })
          // Services start in a task after the next frame.
          await new Promise(resolve => requestAnimationFrame(() => resolve(sleep())))
          await sleep()
        }
        if (isAll) spaceoneConsent.rejectAll()
        else spaceoneConsent.withdraw('analytics')
        if (isOn && !spaceoneConsent.isGranted('analytics')) turned += 1
        if (isLast) await sleep()
        while (waiting() > AHEAD) await sleep(20)
      }
      while (waiting() > 0) await sleep(20)
      return turned
    },
  }
  Object.defineProperty(window, 'longVisit', { value: visit })
  return visit
}

declare global {
  interface Window {
    readonly longVisit: ReturnType<typeof live>
    ran: number
  }
}

export const LIVE = `(${live})(...${JSON.stringify([VIEW, FRAME]).replaceAll('</', '<\\/')})`
