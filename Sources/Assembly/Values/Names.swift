public import Localization

// The names that all sentences and documents share.

extension Role {
  /// The people of this role.
  public var name: Phrase {
    switch self {
    case .rostrum: Phrase("主席台", "rostrum")
    case .delegate: Phrase("代表", "delegates")
    case .observer: Phrase("列席", "observers")
    case .guest: Phrase("特邀", "guests")
    case .press: Phrase("记者", "press")
    case .staff: Phrase("工作人员", "staff")
    }
  }
}

extension Entitlement {
  /// The type of room that is due.
  public var roomType: RoomType {
    switch self {
    case .suite: .suite
    case .single: .single
    case .twin, .none: .twin
    }
  }
}

extension RoomType {
  /// The type; one that is no suite, single or twin is named as its table does.
  public var name: Phrase {
    switch self {
    case .suite: Phrase("套房", "suite")
    case .single: Phrase("单间", "single")
    case .twin: Phrase("标间", "twin")
    case .triple: Phrase("三人间", "triple")
    case .double: Phrase("大床房", "double")
    case .shared(let name): Phrase(name)
    }
  }
}

extension Vehicle {
  /// A kind of vehicle in words; one that is not known stays as it is written.
  public static func name(ofKind kind: String) -> Phrase {
    switch kind {
    case "coach", "大巴": Phrase("大巴", "coach")
    case "minibus", "中巴": Phrase("中巴", "minibus")
    case "sedan", "轿车": Phrase("轿车", "sedan")
    default: Phrase(kind)
    }
  }
}
