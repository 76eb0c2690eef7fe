{#- The search, loaded on first use by js/seek.js; put together by MkDocs (theme.static_templates). -#}
{% include "assets/js/search/store.js" %}
{% include "assets/js/search/fold.js" %}
{% include "assets/js/search/grams.js" %}
{% include "assets/js/search/places.js" %}
{% include "assets/js/search/words.js" %}
{% include "assets/js/search/entries.js" %}
{% include "assets/js/search/rank.js" %}
{% include "assets/js/search/excerpt.js" %}
{% include "assets/js/search/quote.js" %}
{% include "assets/js/search/build.js" %}
{% include "assets/js/search/results.js" %}
{% include "assets/js/search/panel.js" %}
{% include "assets/js/search/page.js" %}
