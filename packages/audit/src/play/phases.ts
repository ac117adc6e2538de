import type { PhaseName } from '../seen.ts'
import { answerBanner, isClosed } from './answer-banner.ts'
import { findBanner } from './find-banner.ts'
import { goBack, leaveSite, openPage, reloadPage } from './open-page.ts'
import { openSecondPage } from './second-page.ts'
import { stopPhase } from './stop-phase.ts'
import type { Visit } from './visit.ts'
import { withdraw } from './withdraw.ts'

type Play = (visit: Visit) => Promise<void>

/** Scrolls to the end of the page, and back. */
const scroll: Play = async ({ page, wait }) => {
  await page.mouse.wheel(0, 20_000)
  await wait()
  await page.mouse.wheel(0, -20_000)
}

/** Clicks a place of the page where there is no control. */
const clickNowhere: Play = async ({ page }) => {
  const place = await page.evaluate(() => {
    for (let y = 5; y < innerHeight; y += 20)
      for (let x = 5; x < innerWidth; x += 40) {
        const element = document.elementFromPoint(x, y)
        const isControl = element?.closest(
          'a, button, input, select, textarea, label, summary, iframe, video, audio, [role], [onclick], [tabindex]',
        )
        if (element && !isControl && !element.shadowRoot) return { x, y }
      }
    return undefined
  })
  if (place) await page.mouse.click(place.x, place.y)
}

/**
 * Answers the banner, and notes the time, the number of clicks and the size of the control. Ends
 * the phase if there is no banner, or if the banner cannot be answered or stays.
 */
const answer = async (visit: Visit, act: 'accept' | 'refuse') => {
  const banner = await findBanner(visit)
  if (!banner) throw stopPhase('no-banner')
  const given = await answerBanner(visit, banner, act)
  const reason = act === 'accept' ? 'no-accept' : 'no-refuse'
  if (!given) throw stopPhase(reason)
  visit.recording.answered(act === 'accept' ? 'accepted' : 'refused', given.time)
  if (given.answer) visit.hasBanner({ found: '', [act]: given.answer })
  // If the banner stays, it is unknown whether the page has got the answer.
  if (!(await isClosed(visit, banner))) throw stopPhase(reason, 'The banner stays.')
}

/** Finishes a phase: takes a picture, and leaves the site to see the last requests. */
const finish: Play = async visit => {
  await visit.look()
  await visit.photograph()
  await leaveSite(visit)
}

/** What the visitor does in each phase. */
export const PHASES: Record<PhaseName, Play> = {
  'no-choice': async visit => {
    await openPage(visit)
    await findBanner(visit, true)
    await visit.wait()
    await scroll(visit)
    await visit.look()
    if (await openSecondPage(visit)) await visit.wait()
    await finish(visit)
  },
  refuse: async visit => {
    await openPage(visit)
    await answer(visit, 'refuse')
    await visit.wait()
    await visit.look()
    await reloadPage(visit)
    await visit.wait()
    await finish(visit)
  },
  accept: async visit => {
    await openPage(visit)
    await answer(visit, 'accept')
    await visit.wait()
    await scroll(visit)
    await visit.wait()
    await finish(visit)
  },
  withdraw: async visit => {
    await openPage(visit)
    await answer(visit, 'accept')
    await visit.wait()
    await visit.look()
    const withdrawn = await withdraw(visit)
    if (!withdrawn) throw stopPhase('no-withdrawal')
    visit.recording.answered('withdrawn', withdrawn.time)
    // By default four waits take 6 s. Google's tag collects events for 5 s before it sends them.
    await visit.wait(4)
    await clickNowhere(visit)
    await visit.wait()
    await visit.look()
    if (await openSecondPage(visit)) {
      await visit.wait()
      await goBack(visit)
    } else await reloadPage(visit)
    await visit.wait()
    await finish(visit)
  },
}

/** The names of the phases, in the order in which they are played. */
export const PHASE_NAMES = Object.keys(PHASES) as readonly PhaseName[]
