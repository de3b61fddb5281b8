// Holds the reading of environment variables.

import Glibc

/// The value of an environment variable that is set and not empty.
package func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
