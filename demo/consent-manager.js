// Stands in for Cookiebot: the same global, the same events, and the same marks on blocked scripts.
const consent = { necessary: true, preferences: false, statistics: false, marketing: false };

const banner = document.createElement('section');
banner.className = 'consent-banner';
banner.ariaLabel = 'Cookies';
banner.innerHTML = `<p>We embed webinars from LiveWebinar, which may set cookies.</p>
<p><button type="button" value="no">Refuse</button> <button type="button" value="yes">Accept</button></p>`;
banner.addEventListener('click', ({ target }) => {
  if (target.value) decide(target.value === 'yes');
});
document.body.append(banner);

function decide(isAccepted) {
  consent.marketing = isAccepted;
  banner.hidden = true;
  if (isAccepted) runBlockedScripts();
  dispatchEvent(new Event(isAccepted ? 'CookiebotOnAccept' : 'CookiebotOnDecline'));
}

function runBlockedScripts() {
  for (const blocked of document.querySelectorAll('script[data-cookieconsent="marketing"]')) {
    const script = document.createElement('script');
    script.textContent = blocked.textContent;
    blocked.replaceWith(script);
  }
}

window.Cookiebot = {
  consent,
  renew() {
    banner.hidden = false;
    banner.querySelector('button').focus();
  },
};
