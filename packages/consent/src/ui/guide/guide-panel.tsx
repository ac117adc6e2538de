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
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import { CopyableAddress } from './copyable-address.tsx'

export { guideCss } from './guide.css.ts'

/** Draws the guide to the cookie settings of the visitor's browser, or of one that they choose. */
export const GuidePanel = ({
  hasAnalytics,
  parts: { guide, language },
  options,
  visit,
  onVisit,
}: PartProps): VNode | false => {
  if (!guide) return false
  const { text } = guide
  const names = browserNames(text.steps)
  const theirs = detectBrowser(navigator)
  const shown = (visit.browser ?? theirs) as BrowserId
  const found: Guide = guideFor(shown, text.steps, {
    address: location.href,
    ...(shown === theirs && {
      platform: detectPlatform(navigator),
      version: detectVersion(navigator),
    }),
    overrides: options.guide,
  })
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
          onChange={event => onVisit({ browser: event.currentTarget.value })}
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
      {found.steps.map(({ task, title, path, note, address }) => (
        <section key={task}>
          <h3>{title}</h3>
          {path.length > 0 && (
            <ol class="path" part="path">
              {path.map(label => (
                <li key={label}>
                  <span>{label}</span>
                </li>
              ))}
            </ol>
          )}
          {note && <p>{note}</p>}
          {address && <CopyableAddress key={address} address={address} text={text} suffix={task} />}
        </section>
      ))}
      {found.address && <CopyableAddress key={found.address} address={found.address} text={text} />}
      {found.help && (
        <p>
          <a href={found.help} target="_blank" rel="noopener noreferrer">
            {fill(text.help, { name: found.name })}
          </a>
        </p>
      )}
      {hasAnalytics && (
        <section>
          <h3>{text.analytics}</h3>
          <p>
            {found.analytics}{' '}
            {found.googleOptOut && (
              <a href={found.googleOptOut} target="_blank" rel="noopener noreferrer">
                {text.optOut}
              </a>
            )}
          </p>
        </section>
      )}
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
