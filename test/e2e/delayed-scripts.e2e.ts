import { expect, type Page } from '@playwright/test'
import { PORTAL } from '../support/portal-site.ts'
import { test } from '../support/visitor.ts'

const TAG = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'

interface Delay {
  readonly type: string
  readonly source: string
  /** Runs on the page: starts one delayed script, and calls `next` when the script has loaded. */
  start(script: HTMLScriptElement, next: () => void): void
}

/** How plugins of WordPress that delay scripts start a script. */
const DELAYS: Readonly<Record<string, Delay>> = {
  // https://github.com/litespeedtech/lscache_wp/blob/master/assets/js/js_delay.js
  'LiteSpeed, which inserts a copy': {
    type: 'litespeed/javascript',
    source: 'data-src',
    start(script, next) {
      const copy = document.createElement('script')
      for (const type of ['load', 'error']) copy.addEventListener(type, next)
      copy.setAttribute('src', script.getAttribute('data-src') ?? '')
      copy.type = 'text/javascript'
      script.after(copy)
      script.remove()
    },
  },
  // https://github.com/wp-media/wp-rocket/blob/develop/assets/js/lazyload-scripts.min.js
  'WP Rocket in Firefox and Safari, which replaces a script by a copy': {
    type: 'rocketlazyloadscript',
    source: 'data-rocket-src',
    start(script, next) {
      const copy = document.createElement('script')
      copy.setAttribute('src', script.getAttribute('data-rocket-src') ?? '')
      for (const type of ['load', 'error']) copy.addEventListener(type, next)
      script.parentNode?.replaceChild(copy, script)
    },
  },
  'WP Rocket elsewhere, which changes the script itself': {
    type: 'text/rocketlazyloadscript',
    source: 'data-rocket-src',
    start(script, next) {
      const address = script.getAttribute('data-rocket-src') ?? ''
      script.removeAttribute('type')
      for (const type of ['load', 'error']) script.addEventListener(type, next)
      script.removeAttribute('data-rocket-src')
      script.src = address
    },
  },
}

const QUEUE = ['/1.js', `${TAG}&at=2`, '/3.js', `${TAG}&at=4`]

/** Starts the delayed scripts, each after the one before it, and notes the end of the queue. */
const runQueue = (page: Page, { type, start }: Delay) =>
  page.evaluate(
    async ({ type, method }) => {
      const { start } = new Function(`return { ${method} }`)() as Pick<Delay, 'start'>
      for (const script of document.querySelectorAll<HTMLScriptElement>(`script[type="${type}"]`))
        await new Promise<void>(resolve => start(script, resolve))
      window.noted?.push('end')
    },
    { type, method: start.toString() },
  )

for (const [name, delay] of Object.entries(DELAYS))
  test(`the queue of ${name}, goes on past a blocked script between other scripts and as the last one, and the script runs at the grant`, {
    tag: name.includes('Firefox') ? '@full' : [],
  }, async ({ visitor, page }) => {
    const blocked = QUEUE.filter(address => address.startsWith(TAG))
    const requests: string[] = []
    for (const pattern of [`${TAG}**`, /\/\d\.js$/])
      await page.route(pattern, route => {
        const address = route.request().url()
        requests.push(address)
        const body = `noted.push('run of ${address}')`
        return route.fulfill({ contentType: 'text/javascript', body })
      })
    const scripts = QUEUE.map(
      address => `<script type="${delay.type}" ${delay.source}="${address}"></script>`,
    )
    await visitor.opens({ body: scripts.join('') })
    await page.evaluate(tag => {
      window.noted = []
      // A script's `load` does not bubble, but can be captured.
      const note = ({ target }: Event) => {
        const { src } = target as HTMLScriptElement
        if (src?.startsWith(tag)) window.noted?.push(`load of ${src}`)
      }
      document.addEventListener('load', note, true)
    }, TAG)
    await runQueue(page, delay)
    const before = QUEUE.map(address =>
      blocked.includes(address) ? `load of ${address}` : `run of ${PORTAL}${address}`,
    )
    expect(requests.filter(address => address.startsWith(TAG))).toEqual([])
    expect(visitor.requests()).toEqual([])
    expect(await visitor.notes()).toEqual([...before, 'end'])

    await visitor.decides(false)
    await visitor.decides(true)
    // An inserted copy of a script is async, so after the grant the scripts run in any order.
    const since = async () => (await visitor.notes())?.slice(QUEUE.length + 1).sort()
    const after = blocked.flatMap(address => [`load of ${address}`, `run of ${address}`]).sort()
    await expect.poll(since).toEqual(after)
    await visitor.decides(false)
    expect(await since()).toEqual(after)
    expect(visitor.errors).toEqual([])
  })
