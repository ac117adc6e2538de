import type { PhaseName } from '../seen.ts'
import { answerBanner, hasClosed } from './answer/answer-banner.ts'
import { asksAgain } from './answer/asks-again.ts'
import { withdraw } from './answer/withdraw.ts'
import { findBanner } from './look/find-banner.ts'
import { clickNowhere, moveMouse, scroll } from './page/move-around.ts'
import { goBack, leaveSite, openPage, reloadPage } from './page/open-page.ts'
import { openSecondPage } from './page/second-page.ts'
import { stateOf } from './page/state-of.ts'
import { stopPhase } from './stop-phase.ts'
import type { Acts, PhaseVisit } from './visit.ts'

/**
 * Answers the banner, and notes the time, the number of clicks and the size of the control. Ends
 * the phase if there is no banner, if the banner cannot be answered, or if the banner stays and the
 * last control does not save.
 *
 * @returns The banner, and the result of `stateOf` before the answer.
 */
const giveAnswer = async (visit: PhaseVisit, act: 'accept' | 'refuse') => {
  const banner = await findBanner(visit)
  if (!banner) throw stopPhase('no-banner')
  const before = await stateOf(visit)
  const given = await answerBanner(visit, banner, act)
  if (!given) throw stopPhase(act === 'accept' ? 'no-accept' : 'no-refuse')
  visit.recording.noteAnswer(act === 'accept' ? 'accepted' : 'refused', given.time)
  if (given.answer) visit.noteBanner({ [act]: given.answer })
  // If the banner stays, it is unknown whether the page has got the answer.
  if (!given.isSaved && !(await hasClosed(visit, banner))) throw stopPhase('stays')
  return { banner, before }
}

/** Accepts. Ends the phase if no cookie or storage changes, and no request is sent. */
const accept: Acts = async visit => {
  const { before } = await giveAnswer(visit, 'accept')
  await visit.wait()
  await visit.noteStored()
  if ((await stateOf(visit)) === before) throw stopPhase('no-effect')
}

/** Finishes a phase: takes a picture, and leaves the site to see the last requests. */
const finish: Acts = async visit => {
  await visit.noteStored()
  await visit.photograph()
  await leaveSite(visit)
}

/** What the visitor does in each phase. */
export const VISITS: Record<PhaseName, Acts> = {
  'no-choice': async visit => {
    await openPage(visit)
    await findBanner(visit, true)
    await visit.photograph()
    // By default nine waits take 13.5 s: tags that start themselves after 6, 8 and 12 s were seen.
    await visit.wait()
    await scroll(visit)
    await moveMouse(visit)
    await visit.wait(7)
    await visit.noteStored()
    if (await openSecondPage(visit)) await visit.wait()
    await finish(visit)
  },
  refuse: async visit => {
    await openPage(visit)
    const { banner } = await giveAnswer(visit, 'refuse')
    await visit.wait()
    await scroll(visit)
    await moveMouse(visit)
    await clickNowhere(visit)
    await visit.noteStored()
    const hasSecond = await openSecondPage(visit)
    // By default four waits take 6 s.
    await visit.wait(4)
    await visit.noteStored()
    if (hasSecond) await openPage(visit)
    else await reloadPage(visit)
    visit.noteBanner({ asksAgain: await asksAgain(visit, banner) })
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
    visit.recording.noteAnswer('withdrawn', withdrawn.time)
    // By default four waits take 6 s. Google's tag collects events for 5 s before it sends them.
    await visit.wait(4)
    await clickNowhere(visit)
    await visit.wait()
    await visit.noteStored()
    if (await openSecondPage(visit)) {
      await visit.wait()
      await goBack(visit)
    } else await reloadPage(visit)
    await visit.wait()
    await finish(visit)
  },
}
