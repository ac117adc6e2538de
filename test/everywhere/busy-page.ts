import { REMEMBER } from './built-ins.ts'
import { COUNT } from './counts.ts'
import { HOST, hostPage, npmPageWith, tagWith, WITH_BUTTON } from './host-page.ts'
import type { ServedPages } from './world.ts'

const VIEW = `
  <h2>View</h2><p>One of many</p><a href="/cookies" data-consent-open>Cookies</a>
  <template data-consent="marketing"><p>Ad</p><script>ran += 1</script></template>
  <img data-consent="marketing" data-src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" alt="">
  <div data-consent-status><p>our own status</p></div>
  <div data-consent-preferences><p>our own preferences</p></div>
  <div data-consent-cookies><p>our own cookies</p></div>
  <div data-consent-guide><p>our own guide</p></div>`

const FRAME =
  '<iframe data-consent="marketing" data-src="/film" title="Film" width="320" height="180"></iframe>'

/** Lets a test change the view of the page, as an application with one page does. */
const live = (view: string, frame: string) => {
  window.ran = 0
  const main = () => document.querySelector('main') as HTMLElement
  /** Creates a blocked script by DOM methods, because scripts set by `innerHTML` do not run. */
  const blocked = (consent: string, data = {}, text = '') => {
    const script = Object.assign(document.createElement('script'), { type: 'text/plain', text })
    Object.assign(script.dataset, { consent, ...data })
    return script
  }
  const busy = {
    goTo(hasFrame: boolean) {
      try {
        history.pushState({}, '', `/view/${Math.random()}`)
      } catch {
        // Firefox and Safari throw if `pushState` is called too often within some seconds.
      }
      const section = document.createElement('section')
      section.innerHTML = hasFrame ? view + frame : view
      section.append(
        blocked('analytics', {}, 'ran += 1'),
        blocked('marketing', { src: '/blocked.js' }),
      )
      main().replaceChildren(section)
    },
    /** Says whether the SDK has drawn its blocks and the placeholder of a view with a frame. */
    isDrawn: () =>
      main().querySelectorAll('spaceone-consent-block').length === 4 &&
      main().querySelectorAll('spaceone-consent-placeholder').length === 1,
  }
  Object.defineProperty(window, 'busy', { value: busy })
  return busy
}

declare global {
  interface Window {
    readonly busy: ReturnType<typeof live>
    ran: number
  }
}

const LIVE = `(${live})(...${JSON.stringify([VIEW, FRAME]).replaceAll('</', '<\\/')})`

const PAGES = {
  'script tag': hostPage('', '', tagWith(`${WITH_BUTTON} data-delivery="/events"`)),
  npm: npmPageWith("delivery: deliverTo({ url: '/events' })"),
}

export type Way = keyof typeof PAGES

const without = (page: string) =>
  page.replace(/<script (?=src="\/consent|type="module)/, '<script type="text/plain" ')

/** Returns the page with the SDK at `/`, without it, and the files of its views. */
export const busyPages = (way: Way, first: string = `${COUNT};${REMEMBER}`): ServedPages => {
  const page = PAGES[way]
    .replace('<head>', `<head><script>${LIVE};${first}</script>`)
    .replace('<body>', '<body lang="en"><main></main>')
  return {
    [`${HOST}/`]: page,
    [`${HOST}/without`]: without(page),
    [`${HOST}/film`]: '<!doctype html><title>Film</title>',
    [`${HOST}/blocked.js`]: 'ran += 1',
    [`${HOST}/events`]: '{}',
  }
}
