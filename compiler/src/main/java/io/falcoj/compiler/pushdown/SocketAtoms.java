package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Check;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.pushdown.Test.InNumbers;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Set;

/** What checks of the descriptor say of the socket of a connect. */
final class SocketAtoms {
  private static final Source FAMILY = Source.family(Calls.type(Calls.CONNECT).paramIndex("fd"));
  static final Formula UNIX = Formula.atom(FAMILY, new EqualTo(1));
  static final Formula INTERNET = Formula.atom(FAMILY, new InNumbers(List.of(2L, 10L)));

  private static final Set<String> OF_INTERNET =
      Set.of(
          "fd.ip",
          "fd.cip",
          "fd.sip",
          "fd.lip",
          "fd.rip",
          "fd.port",
          "fd.cport",
          "fd.sport",
          "fd.lport",
          "fd.rport",
          "fd.net",
          "fd.cnet",
          "fd.snet",
          "fd.lnet",
          "fd.rnet",
          "fd.proto");

  private SocketAtoms() {}

  static Bounds of(String field, Check check, Outcomes outcomes) {
    if (OF_INTERNET.contains(field)) {
      return check.over() == Check.Over.ALL ? Bounds.UNKNOWN : Bounds.atMost(INTERNET);
    }
    return switch (field) {
      case "fd.type" -> named(check, outcomes, "unix", "ipv4", "ipv6");
      case "fd.typechar" -> named(check, outcomes, "u", "4", "6");
      case "fd.sockfamily" -> named(check, outcomes, "unix", "ip", "ip");
      default -> Bounds.UNKNOWN;
    };
  }

  /** By what the field shows of unix and internet sockets; of others it shows neither. */
  private static Bounds named(
      Check check, Outcomes outcomes, String unix, String ipv4, String ipv6) {
    boolean ofUnix = passes(check, outcomes, unix);
    boolean ofInternet = passes(check, outcomes, ipv4) || passes(check, outcomes, ipv6);
    Formula other = UNIX.or(INTERNET).not();
    return Bounds.atMost(
        Formula.any(
            List.of(ofUnix ? UNIX : Formula.FALSE, ofInternet ? INTERNET : Formula.FALSE, other)));
  }

  private static boolean passes(Check check, Outcomes outcomes, String value) {
    Boolean result = outcomes.result(check.test(), ByteSlice.of(value));
    return result == null || result;
  }
}
