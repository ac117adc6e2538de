// The banner on three screens. Each frame is a page of its own without an origin (`sandbox`), so it
// has no access to this page, and an answer in it is stored nowhere and affects no other page.

import { element } from './element.js'
import { fill } from './fill.js'

/** Width and height of each page, in CSS pixels. */
const SCREENS = [
  [320, 568],
  [768, 568],
  [1280, 720],
]

/** How long the frames wait for a further change before they load again, in milliseconds. */
const PAUSE = 250

const createFrame = ([width, height], words) => {
  const title = fill(words.frame, { width })
  const frame = element('iframe', { title, width, height, sandbox: 'allow-scripts' })
  const screen = element('div', { class: 'screen' }, frame)
  screen.style.maxWidth = `${width}px`
  screen.style.aspectRatio = `${width} / ${height}`
  new ResizeObserver(() => {
    screen.style.setProperty('--scale', Math.min(1, screen.clientWidth / width))
  }).observe(screen)
  const caption = element('figcaption', {}, `${words.screens[width]} · ${width} px`)
  return { frame, figure: element('figure', { 'data-width': width }, caption, screen) }
}

/** Returns functions to show the settings in a query, and to load the frames again. */
export const showFrames = (place, words) => {
  const frames = SCREENS.map(screen => createFrame(screen, words))
  let shown
  let timer
  const load = () => {
    const { href } = new URL(`frame.html${shown}`, document.baseURI)
    // `replace` adds no entry to the history of the tab, as a new `src` would.
    for (const { frame } of frames) frame.contentWindow.location.replace(href)
  }
  place.replaceChildren(...frames.map(({ figure }) => figure))
  return {
    show(search) {
      if (search === shown) return
      clearTimeout(timer)
      timer = setTimeout(load, shown === undefined ? 0 : PAUSE)
      shown = search
    },
    askAgain: load,
  }
}
