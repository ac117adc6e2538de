import { expect } from '@playwright/test'
import { untilViewed } from './acts.ts'
import { FILES, NOTES, NPM, noted, OLDER, pagesOf, TAG, TEXTS } from './csp-page.ts'
import { HOST } from './host-page.ts'
import { DYNAMIC, NONCE, policyOf, VIDEO } from './policy-of.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

/**
 * Returns the page's scripts and styles that lack the nonce, and the places where the nonce is
 * readable as text.
 */
const whereNonces = (visitor: Visitor) =>
  visitor.run(nonce => {
    const hosts = document.querySelectorAll('spaceone-consent, spaceone-consent-block')
    const roots = [document, ...[...hosts].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
    const bearers = roots.flatMap(root => [
      ...root.querySelectorAll<HTMLElement>(
        'script:not([src="/prelude.js"], [type="text/plain"]), style',
      ),
    ])
    const outer = (elements: readonly HTMLElement[]) =>
      elements.map(({ outerHTML }) => outerHTML.slice(0, 100))
    return {
      without: outer(bearers.filter(element => element.nonce !== nonce)),
      // Leave out blocked markup: in Firefox, elements from a template still have the nonce in
      // their markup, and the page wrote that nonce itself.
      inMarkUp: outer(
        bearers.filter(element => element.getAttribute('nonce') && !element.dataset['consent']),
      ),
      inConsole: window.seen.notes.filter(note => `${note}`.includes(nonce)),
      kinds: bearers.map(({ localName }) => localName),
      google: bearers.filter(element => element.matches('[src*="/gtag/js"]')).length,
    }
  }, NONCE)

/** Records every console message, with the markup of elements in the message. */
const LISTEN = `<script>for (const level of Object.keys(console)) {
  const say = console[level]
  if (typeof say === 'function') console[level] = (...words) => {
    seen.notes.push(words.map(word => word?.outerHTML ?? word).join(' '))
    say.apply(console, words)
  }
}</script>`

/**
 * Blocked markup that an attacker could inject into a page's HTML. The tags are in upper case, so
 * that the server adds no nonce to them.
 */
const FOREIGN_FILE = `<SCRIPT type="text/plain" data-consent="analytics" data-src="${VIDEO}/foreign.js"></SCRIPT>`
const FOREIGN = `${FOREIGN_FILE}
  <SCRIPT type="text/plain" data-consent="analytics" src="${VIDEO}/foreign.js" nonce="guessed"></SCRIPT>
  <SCRIPT type="text/plain" data-consent="analytics">seen.notes.push('foreign text')</SCRIPT>
  <svg><SCRIPT type="text/plain" data-consent="analytics">seen.notes.push('foreign SVG')</SCRIPT></svg>
  <template data-consent="analytics"><SCRIPT src="${VIDEO}/foreign.js"></SCRIPT></template>
  <template data-consent="analytics"><SCRIPT>seen.notes.push('foreign template')</SCRIPT></template>
  <SCRIPT src="https://www.googletagmanager.com/gtm.js?id=GTM-FOREIGN"></SCRIPT>
  <iframe data-consent="analytics" data-src="javascript:parent.seen.notes.push('foreign frame')" title=""></iframe>`

/** Inserts a script as a script of the page does. `'strict-dynamic'` allows this. */
const putIn = () => {
  const script = document.createElement('script')
  script.onload = () => window.seen.notes.push('put in')
  script.src = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'
  document.body.append(script)
}

const foreignKeptOut = (policy: string, isTrusting: boolean, numbers: string): Scenario => ({
  title: `under a nonce policy that ${isTrusting ? "says 'strict-dynamic'" : 'also requires Trusted Types'}, a grant does not unblock markup that an attacker injected without the nonce [${numbers}]`,
  pages: {
    ...pagesOf({ policy, blocked: FOREIGN + TEXTS }),
    [`${VIDEO}/foreign.js`]: "seen.notes.push('foreign file')",
  },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    if (isTrusting) await visitor.run(putIn)
    expect(await noted(visitor)).toEqual([])
    // WebKit preloads the injected script, although 'strict-dynamic' does not let the script run.
    const google = () => world.google.map(({ url }) => url.pathname)
    expect(google().filter(path => path !== '/gtm.js')).toEqual([])

    await visitor.click('accept-all')
    const own = [...(isTrusting ? ['put in'] : []), 'template', 'text']
    await until('the page’s own', async () => (await noted(visitor)).length >= own.length)
    await untilViewed(world)
    expect(await noted(visitor)).toEqual(own)
    expect(world.asked).not.toContain(`${VIDEO}/foreign.js`)
    expect(await visitor.run(() => 'GTM-FOREIGN' in (window.google_tag_manager ?? {}))).toBe(false)
    const { errors, warnings } = await visitor.run(() => window.seen)
    expect(errors).toEqual([])
    expect(warnings.filter(warning => warning.includes('nonce'))).toHaveLength(1)
    // No other script can create a Trusted Types policy with the SDK's name, because the SDK has
    // created it already.
    if (!isTrusting) expect(await visitor.run(wishForOurPolicy)).toBe('TypeError')
  },
})

/**
 * Tries to create a Trusted Types policy with the SDK's name, and returns the name of the error.
 */
const wishForOurPolicy = () => {
  const { trustedTypes } = window as never as {
    trustedTypes?: { createPolicy(name: string, rules: object): object }
  }
  try {
    return trustedTypes && `${trustedTypes.createPolicy('spaceone-consent', {})}`
  } catch (error) {
    return (error as Error).name
  }
}

export const nonce: readonly Scenario[] = [
  ...Object.entries({ tag: TAG, npm: NPM }).map(
    ([way, sdk]): Scenario => ({
      title: `with the SDK by ${way} every script and style gets the nonce as a property, and neither markup nor console messages contain the nonce [46, 47]`,
      pages: pagesOf({
        policy: policyOf('nonce'),
        sdk: sdk.replace('<script', `${LISTEN}${OLDER}<script`),
        blocked: FILES + TEXTS + FOREIGN_FILE,
      }),
      async run(visitor, world) {
        await visitor.visit(`${HOST}/`)
        await visitor.click('accept-all')
        await untilViewed(world)
        await until('the blocked markup', () =>
          visitor.run(notes => notes.every(note => window.seen.notes.includes(note)), NOTES),
        )
        const { kinds, ...found } = await whereNonces(visitor)
        expect(found).toEqual({ without: [], inMarkUp: [], inConsole: [], google: 1 })
        expect(kinds.filter(kind => kind === 'style').length).toBeGreaterThan(1)
        // Poll: the warning's text is in a file that the SDK loads at the first warning.
        await until('the warning', () => visitor.run(() => window.seen.warnings.length > 0))
        expect(await visitor.run(() => window.seen.warnings)).toEqual([
          expect.stringMatching(/has another nonce|nonce-missing/),
        ])
      },
    }),
  ),
  foreignKeptOut(policyOf(DYNAMIC), true, '47'),
  foreignKeptOut(policyOf(DYNAMIC, 'requires Trusted Types'), false, '45, 47'),
]
