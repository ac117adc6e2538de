// Written by `scripts/collector-cookies.mjs`. Change the script, not this file.
//
// A selection from the Open Cookie Database, whose licence is in
// LICENSE-open-cookie-database.txt of this package:
// https://github.com/jkwakman/Open-Cookie-Database

/**
 * Names of cookies and storage keys by collector, divided by blanks. A name that ends in `*` is a
 * prefix.
 */
export const COOKIE_NAMES: Readonly<Record<string, string>> = {
  'AB Tasty': 'ABTasty ABTastySession',
  'Adobe Analytics': 's_cc s_ecid s_fid s_ppv s_sq s_tp',
  'Adobe Audience Manager': 'AMCVS_* AMCV_* aam_uuid',
  Amplitude: 'amplitude_cookie_test amplitude_id_* amplitude_test*',
  'Baidu Analytics': 'Hm_lpvt_* Hm_lvt_*',
  'Microsoft Advertising': '_HPVN _RwBf _uetsid _uetvid',
  Chartbeat: '_SUPERFLY_nosample _chartbeat*',
  Contentsquare:
    '_CT_RS_* __CT_Data _cs_cvars _cs_debug _cs_id _cs_mk_aa _cs_mk_ga _cs_rl _cs_root-domain _cs_s _cs_same_site _cs_tld* _hjUserAttrbutesHash _hjUserAttributes _hjasCachedUserAttributes _hp2_hld _hp5_event_props.* _hp5_meta.*',
  'Crazy Egg':
    '_CEFT _ce.cch _ce.clock_data _ce.clock_event _ce.gtld _ce.irv _ce.s _ceir _cer.v _crazyegg ce_need_secure_cookie ce_successful_csp_check ceft_variant_override',
  'Customer.io': '_cio _cioanonid _cioid',
  Bloomreach: '__exponea_etc__* __exponea_time2__*',
  Meta: '_fbc _fbp',
  Heap: '_hp2_id _hp2_ses_props',
  Hotjar:
    '_hjAbsoluteSessionInProgress _hjCachedUserAttributes _hjClosedSurveyInvites _hjCookieTest _hjDonePolls _hjDoneTestersWidgets _hjFirstSeen _hjHasCachedUserAttributes _hjIncludedInPageviewSample _hjIncludedInSample _hjIncludedInSessionSample* _hjLocalStorageTest _hjMinimizedPolls _hjMinimizedTestersWidgets _hjSessionRejected _hjSessionResumed _hjSessionStorageTest _hjSessionTooLarge _hjSessionUser_* _hjSession_* _hjShownFeedbackMessage _hjTLDTest _hjUserAttributesHash _hjid _hjptid hj_visitor',
  HubSpot: '__hssc __hssrc __hstc hubspotapi hubspotutk',
  Inspectlet:
    '__insp_dct __insp_norec_sess __insp_nv __insp_pad __insp_ref __insp_scpt __insp_sid __insp_slim __insp_targlpt __insp_targlpu __insp_uid __insp_wid',
  Klaviyo: '__kla_id',
  Leadfeeder: '_lfa',
  Leadinfo: '_li_id* _li_ses*',
  LinkedIn: 'li_sugr ln_or',
  'Lucky Orange': '__lotl __lotr _lo_rid _lo_uid _lo_v',
  Marketo: '_biz_ABTestA _biz_EventA _biz_flagsA _biz_nA _biz_pendingA _biz_su _biz_uid',
  Matomo: '_pk_cvar _pk_hsr* _pk_id* _pk_ref* _pk_ses* _pk_testcookie* matomo_sessid',
  'Microsoft Clarity': '_clck _clsk',
  Optimizely: 'optimizelyDomainTestCookie optimizelyEndUserId optimizelyRedirectData',
  Pinterest: '_derived_epik _epik _pin_unauth _pinterest_ct _pinterest_ct_rt _pinterest_ct_ua',
  'Piwik PRO':
    '_pk_id.* _pk_ses.* stg_externalReferrer stg_fired__* stg_last_interaction stg_pk_campaign stg_returning_visitor stg_traffic_source_priority stg_utm_campaign',
  Quantcast: '__qca',
  Reddit: '_rdt_uuid',
  Snapchat: '_schn _scid _scid_r',
  Snowplow: '_sp_id.* _sp_ses.*',
  Taboola: '_tb_t_ppg taboola_session_id',
  TikTok: '_tt_enable_cookie _ttp ttcsid*',
  VWO: '_vwo_ds _vwo_referrer _vwo_sn',
  'Yandex Metrica': '_yasc _ym_d _ym_isad _ym_metrika_enabled _ym_uid _ym_visorc_*',
}
