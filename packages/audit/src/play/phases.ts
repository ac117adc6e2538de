import type { PhaseName } from '../seen.ts'
import { answerBanner, hasClosed } from './answer-banner.ts'
import { asksAgain } from './asks-again.ts'
import { stateOf } from './effect-of.ts'
import { findBanner } from './find-banner.ts'
import { clickNowhere, moveMouse, scroll } from './live-visit.ts'
import { goBack, leaveSite, openPage, reloadPage } from './open-page.ts'
import { openSecondPage } from './second-page.ts'
import { stopPhase } from './stop-phase.ts'
import type { Visit } from './visit.ts'
import { withdraw } from './withdraw.ts'

type Play = (visit: Visit) => Promise<void>

/**
 * Answers the banner, and notes the time, the number of clicks and the size of the control. Ends
 * the phase if there is no banner, or if the banner cannot be answered or stays.
 *
 * @returns The banner, and what an acceptance can change as it was before.
 */
const answer = async (visit: Visit, act: 'accept' | 'refuse') => {
  const banner = await findBanner(visit)
  if (!banner) throw stopPhase('no-banner')
  const before = await stateOf(visit)
  const given = await answerBanner(visit, banner, act)
  if (!given) throw stopPhase(act === 'accept' ? 'no-accept' : 'no-refuse')
  visit.recording.answered(act === 'accept' ? 'accepted' : 'refused', given.time)
  if (given.answer) visit.hasBanner({ found: '', [act]: given.answer })
  // If the banner stays, it is unknown whether the page has got the answer.
  if (!given.isSaved && !(await hasClosed(visit, banner))) throw stopPhase('stays')
  return { banner, before }
}

/** Accepts. Ends the phase if nothing at all changes: then it is unknown what was pressed. */
const accept: Play = async visit => {
  const { before } = await answer(visit, 'accept')
  await visit.wait()
  await visit.look()
  if ((await stateOf(visit)) === before) throw stopPhase('no-effect')
}

/** Finishes a phase: takes a picture, and leaves the site to see the last requests. */
const finish: Play = async visit => {
  await visit.look()
  await visit.photograph()
  await leaveSite(visit)
}

/** What the visitor does in each phase. */
export const VISITS: Record<PhaseName, Play> = {
  'no-choice': async visit => {
    await openPage(visit)
    await findBanner(visit, true)
    await visit.photograph()
    // By default nine waits take 13.5 s: tags that start themselves after 6, 8 and 12 s were seen.
    await visit.wait()
    await scroll(visit)
    await moveMouse(visit)
    await visit.wait(7)
    await visit.look()
    if (await openSecondPage(visit)) await visit.wait()
    await finish(visit)
  },
  refuse: async visit => {
    await openPage(visit)
    const { banner } = await answer(visit, 'refuse')
    await visit.wait()
    await scroll(visit)
    await moveMouse(visit)
    await clickNowhere(visit)
    await visit.look()
    const hasSecond = await openSecondPage(visit)
    // By default four waits take 6 s.
    await visit.wait(4)
    await visit.look()
    if (hasSecond) await openPage(visit)
    else await reloadPage(visit)
    visit.hasBanner({ found: '', asksAgain: await asksAgain(visit, banner) })
    await visit.wait()
    await finish(visit)
  },
  accept: async visit => {
    await openPage(visit)
    await accept(visit)
    await scroll(visit)
    await visit.wait()
    await finish(visit)
  },
  withdraw: async visit => {
    await openPage(visit)
    await accept(visit)
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
