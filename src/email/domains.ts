/**
 * The domains that email normalization knows: data only, no rules.
 *
 * Source: MaxMind's "Normalizing Email Addresses for minFraud"
 * (https://dev.maxmind.com/minfraud/normalizing-email-addresses-for-minfraud/, as of 2026-01-14),
 * which refers to the official clients for the lists. All six of them (.NET, Java, JavaScript, PHP,
 * Python, Ruby) hold the same five lists in their newest code, compared in August 2026. That code is
 * ahead of their releases of 2026-07-21: fastmail.ca and myyahoo.com came on 2026-07-29. Sorted and
 * without duplicates, so that a change there is a one-line difference here.
 *
 * Each list is one string of words, because that is what stays small in a bundle; normalize.ts
 * makes sets and maps of them.
 */

/** Misspelled top-level domains, all of them meant as `com`. */
export const typosOfCom: string =
  'cbm ccm cdm cem cfm cgm chm cim cjm ckm clam clm cmm cnm col colm comcom comm commm commmm ' +
  'comn con cpm cqm crm csm ctm cum cvm cwm cxm cym czm dom don som son vom von xom xon';

/** Misspelled domains, by the domain that was meant. */
export const typosOfDomains: Readonly<Record<string, string>> = {
  'gmail.com':
    'gamil.com gmai.com gmaill.com gmailm.com gmailo.com gmailyhoo.com gmali.com gmial.com gmil.com yahoogmail.com',
  'outlook.com': 'putlook.com',
};

/** Domains that deliver to the same mailboxes, by the name that stands for all of them. */
export const equivalentDomains: Readonly<Record<string, string>> = {
  'gmail.com': 'googlemail.com',
  'protonmail.com': 'pm.me proton.me',
  'yandex.ru': 'ya.ru yandex.by yandex.com yandex.kz yandex.ua',
};

/** Domains of Fastmail, where `anything@user.fastmail.com` is delivered to `user@fastmail.com`. */
export const fastmailDomains: string =
  '123mail.org 150mail.com 150ml.com 16mail.com 2-mail.com 4email.net 50mail.com airpost.net ' +
  'allmail.net bestmail.us cluemail.com elitemail.org emailcorner.net emailengine.net ' +
  'emailengine.org emailgroups.net emailplus.org emailuser.net eml.cc f-m.fm fast-email.com ' +
  'fast-mail.org fastem.com fastemail.us fastemailer.com fastest.cc fastimap.com fastmail.ca ' +
  'fastmail.cn fastmail.co.uk fastmail.com fastmail.com.au fastmail.de fastmail.es fastmail.fm ' +
  'fastmail.fr fastmail.im fastmail.in fastmail.jp fastmail.mx fastmail.net fastmail.nl ' +
  'fastmail.org fastmail.se fastmail.to fastmail.tw fastmail.uk fastmail.us fastmailbox.net ' +
  'fastmessaging.com fea.st fmail.co.uk fmailbox.com fmgirl.com fmguy.com ftml.net h-mail.us ' +
  'hailmail.net imap-mail.com imap.cc imapmail.org inoutbox.com internet-e-mail.com ' +
  'internet-mail.org internetemails.net internetmailing.net jetemail.net justemail.net ' +
  'letterboxes.org mail-central.com mail-page.com mailandftp.com mailas.com mailbolt.com ' +
  'mailc.net mailcan.com mailforce.net mailftp.com mailhaven.com mailingaddress.org mailite.com ' +
  'mailmight.com mailnew.com mailsent.net mailservice.ms mailup.net mailworks.org ml1.net mm.st ' +
  'myfastmail.com mymacmail.com nospammail.net ownmail.net petml.com postinbox.com postpro.net ' +
  'proinbox.com promessage.com realemail.net reallyfast.biz reallyfast.info rushpost.com sent.as ' +
  'sent.at sent.com speedpost.net speedymail.org ssl-mail.com swift-mail.com the-fastest.net ' +
  'the-quickest.com theinternetemail.com veryfast.biz veryspeedy.net warpmail.net xsmail.com ' +
  'yepmail.net your-mail.com';

/** Domains of the Yahoo family, where `-` and not `+` separates an alias from the user. */
export const yahooDomains: string =
  'myyahoo.com y7mail.com yahoo.at yahoo.be yahoo.bg yahoo.ca yahoo.cl yahoo.co.id yahoo.co.il ' +
  'yahoo.co.in yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com ' +
  'yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.co yahoo.com.hk yahoo.com.hr yahoo.com.mx ' +
  'yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.ua ' +
  'yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.ee yahoo.es yahoo.fi yahoo.fr ' +
  'yahoo.gr yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.lt yahoo.lv yahoo.nl yahoo.no yahoo.pl ' +
  'yahoo.pt yahoo.ro yahoo.se yahoo.sk ymail.com';
