{#- The scripts of a document page, put together by MkDocs (theme.static_templates). -#}
{% include "assets/js/frame.js" %}
{% include "assets/js/seek.js" %}
{% include "assets/js/layers.js" %}
{% include "assets/js/facts.js" %}
{% include "assets/js/cards.js" %}
{% include "assets/js/outline.js" %}
{% include "assets/js/cite.js" %}
{% include "assets/js/paragraphs.js" %}
{% include "assets/js/normalised.js" %}
{% include "assets/js/received.js" %}
