import type { LabelWords } from './meanings.ts'

/** The words of French labels. */
export const fr: LabelWords = {
  hasBlanks: true,
  words: {
    accept:
      "accepter, accepte, acceptez, autoriser, autorise, consentir, consens, activer, d'accord, permettre, n'accepter que, n'acceptez que",
    consent: 'consentement',
    refuse:
      'refuser, refuse, refusez, rejeter, rejette, interdire, décliner, bloquer, désactiver, opposer, oppose',
    withdraw: 'retirer, retrait, révoquer',
    not: 'pas, sans, aucun, aucune, rien, jamais',
    no: 'non',
    thanks: 'merci',
    necessary:
      'nécessaire, nécessaires, essentiel, essentiels, essentielles, obligatoire, obligatoires, requis, technique, techniques, techniquement, indispensables, strictement',
    optional:
      'optionnel, optionnels, facultatif, facultatifs, non essentiels, non nécessaires, non obligatoires, pas nécessaires, pas essentiels, analytiques, publicitaires, marketing, recommandés',
    only: "uniquement, seulement, seuls, juste, que, n'accepter que, n'acceptez que",
    all: 'tout, tous, toutes, toute',
    selected:
      'sélection, sélectionné, sélectionnés, sélectionnées, selection, selectionné, selectionnés',
    save: 'enregistrer, sauvegarder, valider, confirmer, appliquer, terminé, terminer',
    choose:
      'paramètres, paramètre, paramétrer, paramétrage, préférences, personnaliser, gérer, gestion, configurer, configuration, options, choix, choisir, choisis, réglages, modifier, changer, panneau, centre, fenêtre modale',
    details: 'détails',
    cookies:
      'cookie, cookies, traceurs, confidentialité, vie privée, témoins, votre consentement, mon consentement',
    fine: "ok, okay, oui, compris, j'ai compris, c'est bon, c'est ok, entendu",
    close: 'fermer, masquer, quitter',
    go: 'continuer, poursuivre, naviguer, utiliser, utilisation',
    or: 'ou, /, |',
    unclear: 'tout sélectionner, tout désélectionner, sauf, hormis, excepté',
    account: 'marketing',
    noun: 'services, bandeau',
    show: 'voir, afficher',
    plain:
      "les, le, la, l', des, de, du, d', mes, mon, ma, vos, votre, je, j', et, à, au, aux, ce, cette, site, pour, en, sur, ne, n', me, m', moi, s', laissez, plus, ces",
  },
}
