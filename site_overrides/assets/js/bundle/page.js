{#- The scripts of every other page, put together by MkDocs (theme.static_templates). -#}
{% include "assets/js/frame.js" %}
{% include "assets/js/seek.js" %}
