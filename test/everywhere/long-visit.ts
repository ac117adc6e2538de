/** What a visitor and a page do for long, without leaving it. Each gives how often it has been seen to work. */
interface LongVisit {
  /** Goes to another view of the page, as a router does. */
  routes(times: number): Promise<number>
  /** Opens the preferences or the guide, and closes them. */
  opens(times: number): Promise<number>
  /** Accepts, and takes it back. */
  cycles(times: number): Promise<number>
}

declare global {
  interface Window {
    readonly longVisit: LongVisit
    /** How often held mark-up has run. */
    ran: number
  }
}

/** What each view holds: mark-up that waits, and what we draw in. */
const VIEW = `
  <h2>View</h2><p>One of many</p><a href="/cookies" data-consent-open>Cookies</a>
  <template data-consent="marketing"><p>Ad</p><script>ran += 1</script></template>
  <img data-consent="marketing" data-src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" alt="">
  <div data-consent-status><p>our own status</p></div>
  <div data-consent-preferences><p>our own preferences</p></div>
  <div data-consent-cookies><p>our own cookies</p></div>
  <div data-consent-guide><p>our own guide</p></div>`

/** In one view of many: to put one in takes a browser longer than all else together. */
const FRAME =
  '<iframe data-consent="marketing" data-src="/film" title="Film" width="320" height="180"></iframe>'

const live = (view: string, frame: string): void => {
  /** How many views come and go before the browser does anything else, */
  const VIEWS = 20
  /** and how many openings or decisions. */
  const ACTS = 10
  /** After how many decisions there is a frame to be let go, and held again. */
  const FRAMES = 50
  /** How many events may wait for the endpoint. */
  const AHEAD = 40

  window.ran = 0
  const main = () => document.querySelector('main') as HTMLElement
  const layers = () => document.querySelector('spaceone-consent')?.shadowRoot
  const waiting = () =>
    Object.keys(localStorage).filter(name => name.startsWith('spaceone_consent.outbox.')).length
  const { sleep } = window.counting

  /** Scripts of HTML that comes late do not run: a page makes its own. */
  const held = (category: string, source?: string) => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.dataset['consent'] = category
    if (source) script.dataset['src'] = source
    else script.text = 'ran += 1'
    return script
  }
  let views = 0
  const goTo = (hasFrame: boolean) => {
    views += 1
    try {
      history.pushState({ views }, '', `/view/${views}`)
    } catch {
      // Firefox and Safari refuse what comes too often, for some seconds. The page goes on.
    }
    const section = document.createElement('section')
    section.innerHTML = hasFrame ? view + frame : view
    section.append(held('analytics'), held('marketing', '/held.js'))
    main().replaceChildren(section)
  }
  const isDrawn = () =>
    main().querySelectorAll('spaceone-consent-block').length === 4 &&
    main().querySelectorAll('spaceone-consent-placeholder').length === 1
  /** A busy browser may take more than one turn. */
  const isDrawnSoon = async () => {
    await sleep()
    for (let turn = 0; turn < 100 && !isDrawn(); turn += 1) await sleep(20)
    return isDrawn()
  }

  const visit: LongVisit = {
    async routes(times) {
      let drawn = 0
      for (let number = 1; number <= times; number += 1) {
        goTo(number % VIEWS === 0)
        if (number % VIEWS === 0 && (await isDrawnSoon())) drawn += VIEWS
      }
      return drawn
    },

    async opens(times) {
      const { spaceoneConsent } = window
      let drawn = 0
      for (let number = 1; number <= times; number += 1) {
        const isGuide = number % 2 === 0
        if (isGuide) spaceoneConsent.openGuide()
        else spaceoneConsent.openPreferences()
        const dialog = layers()?.querySelector('dialog[open]')
        const isThere = dialog && isGuide === !!dialog.querySelector('#guide')
        spaceoneConsent.close()
        if (isThere && !layers()?.querySelector('dialog')) drawn += 1
        if (number % ACTS === 0) await sleep()
      }
      return drawn
    },

    async cycles(times) {
      const { spaceoneConsent, gtag } = window
      let turned = 0
      for (let number = 1; number <= times; number += 1) {
        const isLast = number % ACTS === 0
        if (isLast) goTo(number % FRAMES === 0)
        const isAll = number % 2 === 0
        if (isAll) spaceoneConsent.acceptAll()
        else spaceoneConsent.decide({ analytics: true })
        const isOn = spaceoneConsent.isGranted('analytics')
        // The tag keeps its cookies as soon as it has something to send.
        if (isLast) gtag('event', 'cycle', { number })
        // What is held is released in turn, a moment later.
        for (let turn = 0; turn < 4; turn += 1) await undefined
        if (isLast) await sleep()
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
}

/** Its source, a classic script; it has to come after the counting. */
export const LIVE = `(${live})(...${JSON.stringify([VIEW, FRAME]).replaceAll('</', '<\\/')})`
