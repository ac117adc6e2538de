// Starts the playground: reads the settings in the address, and draws the form, the frames and the
// texts to copy after each change.

import { readAddress, writeAddress } from './address.js'
import { copyText } from './copy.js'
import { showTexts } from './copy-panel.js'
import { element } from './element.js'
import { expectedOf } from './expected.js'
import { fill } from './fill.js'
import { drawForm } from './form.js'
import { showFrames } from './frames.js'
import { DEFAULTS, LANGUAGES, spokenIn } from './settings.js'

const part = id => document.getElementById(id)

/** The language of this page: the address's, else the browser's, else English. */
const wanted = [new URLSearchParams(location.search).get('ui'), ...navigator.languages]
const language =
  wanted.map(tag => tag?.slice(0, 2)).find(tag => LANGUAGES.includes(tag)) ?? LANGUAGES[0]
const { words } = await import(`./words/${language}.js`)

document.documentElement.lang = language
document.title = `${words.title} – SpaceONE Consent`
for (const place of document.querySelectorAll('[data-word]'))
  place.textContent = words[place.dataset.word]
for (const place of document.querySelectorAll('[data-label]'))
  place.setAttribute('aria-label', words[place.dataset.label])

/** The settings to begin with: the pages in the frames are in the language of this page. */
const FIRST = { ...DEFAULTS, page: language }

let { settings, faults } = readAddress(location.search)
if (!writeAddress(settings)) settings = FIRST

/** Announces a text to screen readers. */
const say = text => {
  part('announcement').textContent = text
}

/** Shows the invalid values of the address, and the reasons why no banner may appear. */
const showMessages = () => {
  const isAsking = settings.ga || settings.gtm || settings.ads || settings.purposes
  const messages = [
    ...faults.map(({ key, value }) =>
      fill(words.fault, { key, value: value.slice(0, 60), expected: expectedOf(key, words) }),
    ),
    ...(isAsking || settings.services[0] ? [] : [words.nothing]),
    ...(settings.ads ? [words.noAds] : []),
    ...(navigator.globalPrivacyControl ? [words.gpc] : []),
  ]
  const present = [...part('messages').children].map(({ textContent }) => textContent)
  if (messages.join('\n') === present.join('\n')) return
  part('messages').replaceChildren(...messages.map(text => element('p', {}, text)))
}

const frames = showFrames(part('frames'), words)
const version = await fetch('/consent/integrity.json')
  .then(response => response.json())
  .then(integrity => integrity.version)
  .catch(() => 'VERSION')
const showCode = showTexts(part('texts'), { words, version, say })

/** Returns the query with the settings, and with this page's language if the user has chosen it. */
const searchOf = (ui, shown = settings) => {
  const search = writeAddress(shown)
  return ui ? `${search || '?'}${search && '&'}ui=${ui}` : search
}

/** Returns the query of this page in another language. Frames in this page's language follow. */
const searchIn = ui =>
  searchOf(ui, settings.page === language ? { ...settings, page: ui } : settings)

const show = () => {
  const ui = new URLSearchParams(location.search).get('ui')
  const search = searchOf(LANGUAGES.includes(ui) ? ui : null)
  history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
  for (const link of document.querySelectorAll('[data-ui]')) {
    link.href = searchIn(link.dataset.ui)
    if (link.dataset.ui === language) link.setAttribute('aria-current', 'true')
  }
  frames.show(writeAddress(settings))
  showCode(settings)
  showMessages()
}

const draw = () => {
  const showLanguage = drawForm(part('form'), {
    words,
    say,
    read: () => settings,
    onChange(changed) {
      const spoken = spokenIn(settings)
      settings = { ...settings, ...changed }
      if (spokenIn(settings) !== spoken) showLanguage()
      show()
    },
  })
  showLanguage()
}

draw()
show()

part('form').addEventListener('submit', event => event.preventDefault())
part('again').addEventListener('click', frames.askAgain)
part('reset').addEventListener('click', () => {
  settings = FIRST
  faults = []
  draw()
  show()
})
part('link').addEventListener('click', ({ currentTarget }) => {
  const link = `${location.origin}${location.pathname}${writeAddress(settings)}`
  copyText(currentTarget, link, { words, say })
})
