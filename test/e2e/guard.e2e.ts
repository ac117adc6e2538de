import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

const TAG = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'

/** How a page can bring in a tag by script; each runs in the page with the tag's address. */
const WAYS: Record<string, (address: string) => void> = {
  'appendChild, then the address': address => {
    const script = document.createElement('script')
    document.head.appendChild(script)
    script.src = address
  },
  appendChild: address => {
    const script = document.createElement('script')
    script.src = address
    document.body.appendChild(script)
  },
  'insertBefore the first script': address => {
    const script = document.createElement('script')
    script.async = true
    script.src = address
    const [first] = document.getElementsByTagName('script')
    first?.parentNode?.insertBefore(script, first)
  },
  replaceChild: address => {
    const [old, script] = [document.createElement('i'), document.createElement('script')]
    document.body.append(old)
    script.src = address
    document.body.replaceChild(script, old)
  },
  append: address => {
    const script = document.createElement('script')
    script.src = address
    document.head.append('text', script)
  },
  prepend: address => {
    const script = document.createElement('script')
    script.src = address
    document.body.prepend(script)
  },
  'before, after and replaceWith': address => {
    const made = [1, 2, 3].map(at => {
      const script = document.createElement('script')
      script.src = `${address}&at=${at}`
      return script
    })
    const place = document.createElement('i')
    document.body.append(place)
    place.before(made[0] as Node)
    place.after(made[1] as Node)
    place.replaceWith(made[2] as Node)
  },
  replaceChildren: address => {
    const box = document.createElement('div')
    document.body.append(box)
    const script = document.createElement('script')
    script.src = address
    box.replaceChildren(script)
  },
  insertAdjacentElement: address => {
    const script = document.createElement('script')
    script.src = address
    document.body.insertAdjacentElement('beforeend', script)
  },
  'Range.insertNode': address => {
    const script = document.createElement('script')
    script.src = address
    const range = document.createRange()
    range.selectNodeContents(document.body)
    range.insertNode(script)
  },
  'setAttribute before the insertion': address => {
    const script = document.createElement('script')
    script.setAttribute('SRC', address)
    document.head.append(script)
  },
  'setAttribute after the insertion': address => {
    const script = document.createElement('script')
    document.head.append(script)
    script.setAttribute('src', address)
  },
  'a type that is set after the address': address => {
    const script = document.createElement('script')
    script.src = address
    script.type = 'text/javascript'
    document.head.append(script)
  },
  'a fragment': address => {
    const script = document.createElement('script')
    script.setAttribute('src', address)
    const fragment = document.createDocumentFragment()
    fragment.append(script)
    document.head.append(fragment)
  },
  'deep inside of a subtree': address => {
    const [outer, inner, script] = ['div', 'div', 'script'].map(name =>
      document.createElement(name),
    )
    ;(script as HTMLScriptElement).src = address
    inner?.append(script as Node)
    outer?.append(inner as Node)
    document.body.append(outer as Node)
  },
  'a contextual fragment': address => {
    const range = document.createRange()
    document.body.append(
      range.createContextualFragment(`<div><script src="${address}"></${'script'}></div>`),
    )
  },
  'a clone': address => {
    const script = document.createElement('script')
    script.src = address
    document.body.append(script.cloneNode(true))
  },
  'a script of another document': address => {
    const script = document.implementation.createHTMLDocument().createElement('script')
    script.src = address
    document.body.append(document.importNode(script, true))
  },
  'createElementNS of XHTML': address => {
    const script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script')
    script.setAttribute('src', address)
    document.head.append(script)
  },
  'a script of SVG': address => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script')
    script.setAttribute('href', address)
    svg.append(script)
    document.body.append(svg)
  },
  'a script of another frame': address => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const script = frame.contentDocument?.createElement('script') as HTMLScriptElement
    script.src = address
    document.body.append(script)
  },
  'a preload, a preconnect, a prefetch and a modulepreload': address => {
    for (const rel of ['preload', 'preconnect', 'prefetch', 'modulepreload']) {
      const link = document.createElement('link')
      link.rel = rel
      if (rel === 'preload') link.as = 'script'
      link.href = address
      document.head.append(link)
      const other = document.createElement('link')
      other.setAttribute('href', address)
      other.setAttribute('rel', rel)
      document.head.append(other)
    }
  },
  'an image by src, srcset and attribute': address => {
    new Image().src = address
    new Image().srcset = `/icon.svg 1x, ${address} 2x`
    document.createElement('img').setAttribute('src', address)
    document.createElement('img').setAttribute('srcset', `${address} 2x`)
  },
}

const bringIn = (page: Page, way: (address: string) => void, address = TAG) =>
  page.evaluate(
    ([source, to]) => {
      const script = document.createElement('script')
      script.text = `(${source})(${JSON.stringify(to)})`
      document.head.append(script)
    },
    [String(way), address] as const,
  )

test('before the grant a tag stays out, however the page brings it in', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const { errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  for (const [name, way] of Object.entries(WAYS)) {
    await bringIn(page, way)
    await page.waitForTimeout(100)
    expect.soft(site.google, name).toEqual([])
    site.google.length = 0
  }
  expect(errors).toEqual([])
})

test('where it is granted, each of these ways loads the tag as ever', async ({ context, page }) => {
  const site = await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  for (const [at, [name, way]] of Object.entries(WAYS).entries()) {
    // A preconnect asks for no document, and what is in the cache is not asked for again.
    site.google.length = 0
    await bringIn(page, way, `${TAG}&way=${at}`)
    await expect.poll(() => site.google.length, { message: name }).toBeGreaterThan(0)
  }
})

test('a tag that was kept out loads at the grant: the same element, in its place, heard of', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  const view = new ConsentView(page)
  await expect(view.banner).toBeVisible()
  await page.evaluate(address => {
    window.noted = []
    const script = document.createElement('script')
    script.id = 'mine'
    script.src = address
    script.addEventListener('load', () => window.noted?.push(script.isConnected && script.id))
    document.head.append(script)
    // What wrappers look for, so as not to insert it twice.
    window.noted.push([...document.scripts].some(({ src }) => src === address))
  }, TAG)
  expect(await page.evaluate(() => window.noted)).toEqual([true])
  expect(site.google).toEqual([])
  await view.acceptAll.click()
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true, 'mine'])
  expect(site.scripts().map(({ url }) => url.searchParams.get('id'))).toContain('G-OTHER')
})

test('cookies of a denied service are not written; others are, and deletions too', async ({
  context,
  page,
}) => {
  await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  const cookies = await page.evaluate(async () => {
    document.cookie = '_ga=1; path=/'
    document.cookie = ' _ga_ABC = 1; path=/'
    document.cookie = 'mine=1; path=/'
    document.cookie = '_gaming=1; path=/'
    const { cookieStore } = window as unknown as {
      cookieStore?: { set(name: string | object, value?: string): Promise<void> }
    }
    await cookieStore?.set('_ga', '2')
    await cookieStore?.set({ name: '_ga_DEF', value: '2' })
    return document.cookie
  })
  expect(cookies.split('; ').sort()).toEqual(['_gaming=1', 'mine=1'])
})

test('scripts of the page itself run as ever while Google is denied', async ({ context, page }) => {
  const site = await playPortal(context)
  await context.route('**/own-*.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `noted.push('${new URL(route.request().url()).pathname}')`,
    }),
  )
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  await page.evaluate(() => {
    window.noted = []
  })
  for (const [at, [name, way]] of Object.entries(WAYS).entries()) {
    if (/preload|image|before, after/.test(name)) continue
    await bringIn(page, way, `/own-${at}.js`)
    await expect
      .poll(() => page.evaluate(() => window.noted), { message: name })
      .toContain(`/own-${at}.js`)
  }
  expect(site.google).toEqual([])
})
