/** The words of English labels. */
export const en = {
  hasBlanks: true,
  words: {
    accept:
      "accept, accepting, agree, agreeing, allow, allowing, approve, permit, enable, activate, opt in, turn on, use all, yes to all, i'm ok with, i'm happy with",
    consent: 'consent, consenting, give consent',
    refuse:
      'reject, rejecting, decline, declining, refuse, refusing, deny, denying, disagree, disallow, object to, objecting to, block, disable, deactivate, opt out, turn off',
    withdraw: 'withdraw, revoke, retract',
    not: "not, don't, dont, never, without, none, won't, can't, cannot, neither, nor",
    no: 'no, nope',
    thanks: 'thanks, thank you',
    necessary:
      'necessary, essential, essentials, required, mandatory, needed, strictly, technical, technically, minimum, minimal, basic cookies, all necessary, all essential, all required, all strictly necessary, only functional, functional only, functional cookies only',
    optional:
      'optional, additional, analytics, analytical, marketing, advertising, ad, ads, performance, statistics, statistical, targeting, personalisation, personalization, recommended, unnecessary, nonessential, non essential, non necessary, non required, non functional, not essential, not necessary, not required, third party, social media',
    only: 'only, just, solely, only functional, functional only, functional cookies only',
    all: 'all, everything, every, use all, yes to all',
    selected: 'selected, selection, selections, chosen',
    save: 'save, saving, confirm, apply, done, save changes, submit preferences, submit choices, submit my choices, submit selection, accept my choices, accept choices',
    choose:
      'policy and preferences, policy and settings, settings, setting, preferences, preference, manage, manager, management, customise, customising, customize, customizing, configure, configuration, options, option, choices, choice, choose, select, adjust, modify, change, edit, review, personalise, personalize, purposes, panel, center, centre, controls, let me choose, let me decide, learn more and customize, learn more and customise, individual, individually, reset, renew, control, advanced, modal window, do not sell, do not sell or share, do not share',
    details: 'details',
    cookies:
      'cookie, cookies, privacy, tracking, track, trackers, gdpr, data protection, cookie consent, cookies consent, privacy consent, my consent, your consent, do not sell, do not sell or share, do not share',
    fine: "ok, okay, got it, understood, i understand, yes, yep, sure, that's ok, that's okay, that's fine, thats ok, fine, alright, sounds good, i'm ok with that, i'm fine with that, acknowledge, i acknowledge",
    close: 'close, dismiss, hide, exit',
    go: 'continue, continuing, proceed, go, browse, browsing, visit, use, using, keep, carry on, enter',
    or: 'or, /, |',
    unclear: 'functional, select all, deselect all, unselect all, select none, except, but, once',
    account: 'marketing, personal information, personal info, personal data',
    noun: 'data, page, notice, banner, window, dialog, popup, message, service, services',
    show: 'show, view, see, open',
    update: 'update, updating',
    plain:
      "the, a, an, my, your, our, i, i'm, we, you, me, us, and, to, of, for, on, in, with, by, this, that, these, it, please, now, site, website, apps, do, am, happy, let, more, set, which, current, store cookies, storing cookies, storing of cookies",
  },
}
