import type { VNode } from 'preact'
import {
  type BrowserId,
  browserNames,
  detectBrowser,
  detectPlatform,
  detectVersion,
  type Guide,
  guideFor,
} from '../../guide/index.ts'
import { fill } from '../../shared/fill.ts'
import { quietly } from '../../shared/quietly.ts'
import { h } from '../layers/h.ts'
import type { LayerProps } from '../layers/layer.ts'
import { CopyableAddress } from './copyable-address.tsx'
import { guideCss } from './guide.css.ts'
import { Step } from './step.tsx'
import type { GuidePanelText } from './text/guide-panel-text.ts'

/** The styles of the guide. */
export const guideStyles: string = guideCss

/** Returns the guide for the visitor's browser, or for the browser that the visitor has chosen. */
export const guideOf = (
  { steps }: GuidePanelText,
  { options, visit }: Pick<LayerProps, 'options' | 'visit'>,
  theirs: BrowserId = detectBrowser(navigator),
): Guide => {
  const shown = (visit.browser ?? theirs) as BrowserId
  return guideFor(shown, steps, {
    address: location.href,
    ...(shown === theirs && {
      platform: detectPlatform(navigator),
      version: detectVersion(navigator),
    }),
    overrides: options.guide,
  })
}

/** Draws the guide for the visitor's browser, or for the browser that the visitor chooses. */
export const GuidePanel = (props: LayerProps): VNode | false => {
  const { guide, language } = props.layers
  if (!guide) return false
  const { text } = guide
  const names = browserNames(text.steps)
  const theirs = detectBrowser(navigator)
  const found = guideOf(text, props, theirs)
  const shown = found.browser
  const nameOf = (wanted: BrowserId) => names.find(([id]) => id === wanted)?.[1] ?? wanted
  return (
    <div class="guide" part="guide">
      {!/^(other|in-app)$/.test(theirs) && <p>{fill(text.yours, { name: nameOf(theirs) })}</p>}
      <label>
        {text.choose}
        <select
          id="browser"
          part="select"
          value={shown}
          onChange={event => quietly(() => props.onVisit({ browser: event.currentTarget.value }))}
        >
          {names.map(([id, name]) => (
            <option value={id} key={id} selected={id === shown}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {found.sentence && <p class="note">{found.sentence}</p>}
      {found.wayOut && shown === theirs && (
        <p>
          <a class="outline" href={found.wayOut}>
            {text.wayOut}
          </a>
        </p>
      )}
      {found.steps.map(step => (
        <Step key={step.task} text={text} {...step} />
      ))}
      {found.address && <CopyableAddress key={found.address} address={found.address} text={text} />}
      {found.help && (
        <p>
          <a href={found.help} target="_blank" rel="noopener noreferrer">
            {fill(text.help, { name: found.name })}
          </a>
        </p>
      )}
      <h3>{text.analytics}</h3>
      <p>
        {found.analytics}{' '}
        {found.googleOptOut && (
          <a href={found.googleOptOut} target="_blank" rel="noopener noreferrer">
            {text.optOut}
          </a>
        )}
      </p>
      <p class="checked">
        {fill(text.checked, {
          date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
            new Date(found.checked),
          ),
        })}
      </p>
    </div>
  )
}
