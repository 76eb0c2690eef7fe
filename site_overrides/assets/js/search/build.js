/* Elements, their words always as text: nothing a reader types or a document says is read as markup. */
(() => {
  "use strict";

  /** An element with attributes and children; strings become text, empty ones nothing. */
  archiveSearch.make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== "" && child !== undefined && child !== null));
    return element;
  };

  /** The address of a path below the site, as it stands on this page. */
  archiveSearch.address = (path) => new URL(path, archiveSearch.site).href;
})();
