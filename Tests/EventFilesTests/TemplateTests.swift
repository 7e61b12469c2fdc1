import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

@Suite struct Templates {
  @Test(arguments: Language.allCases)
  func `A template read as it is makes an event that agrees with itself`(_ language: Language) throws {
    let files = EventTemplate.files(language)
    let reading = EventReader.read(files: files)
    let event = try #require(reading.event)
    #expect(reading.language == language)
    #expect(event.people.count == 1)
    #expect(event.groups[0].sections == [0])
    #expect(event.hall?.seats.count == 12)
    #expect(event.rostrum?.rows.map(\.seats) == [9])
    #expect(event.roomStock?.rooms.map(\.beds) == [1])
    #expect(event.people[0].roomWish == RoomWish(hotel: 0, room: nil))
    #expect(event.people[0].stay?.nights.count == 4)
    #expect(event.fleet?.vehicles.map(\.seats) == [15])
    #expect(event.fleet?.transfers.count == 1)
    // Its duties name nobody, who might not be on the list that is filled in.
    #expect(Set(reading.diagnostics.map(\.code)) == ["nobody-asks", "example-row", "staff"])
    #expect(reading.tables.count == 13)
  }

  @Test func `Files and headers are in one language`() throws {
    #expect(
      EventTemplate.files(.english).keys.sorted() == [
        "agenda.csv", "discussion.csv", "duties.csv", "event.csv", "groups.csv", "hall.csv", "people.csv",
        "rooms.csv",
        "rostrum.csv",
        "routes.csv", "tables.csv", "transfers.csv", "vehicles.csv",
      ])
    #expect(
      Set(EventTemplate.files(.chinese).keys)
        == [
          "会议.csv", "人员.csv", "分组.csv", "主席台.csv", "会场.csv", "房间.csv", "车辆.csv", "线路.csv", "用车.csv", "餐桌.csv",
          "讨论室.csv", "分工.csv", "日程.csv",
        ])
    for (file, header) in [
      ("event.csv", "key,value,note"),
      ("groups.csv", "group,order,section,hotel,discussion,note,contact"),
      ("hall.csv", "section,row,first,last,step,numbers,x,y,floor,reserved,wheelchair"),
      ("rooms.csv", "hotel,floor,room,type,beds,price,accessible,from,to,contact"),
      ("rostrum.csv", "row,seats"),
      ("routes.csv", "from,to,minutes"), ("tables.csv", "table,seats,order,diet,meal,for,x,y"),
      ("duties.csv", "duty,post,people,each,least,place,from,to,who,gender,names"),
      ("discussion.csv", "room,session,seats,place,accessible"),
      ("transfers.csv", "id,name,from,to,earliest,latest,who,fixed"),
      ("agenda.csv", "date,time,what,place,who"),
      (
        "vehicles.csv",
        "id,kind,seats,fixed,per_minute,base,from,to,plate,driver,phone,accessible,number,leader"
      ),
      (
        "people.csv",
        "id,name,pinyin,group,rank,role,title,gender,absent,ethnicity,diet,needs,room_type,check_in,check_out,arrival,"
          + "arrival_place,arrival_service,pickup,departure,departure_place,departure_service,dropoff,seat,beside,"
          + "apart,room,roommate,vehicle,discussion,phone,note"
      ),
    ] {
      let data = try #require(EventTemplate.files(.english)[file])
      #expect(String(decoding: data, as: UTF8.self).hasPrefix("\u{FEFF}\(header)\r\n"))
    }
    let people = try #require(EventTemplate.files(.chinese)["人员.csv"])
    #expect(
      String(decoding: people, as: UTF8.self).hasPrefix(
        "\u{FEFF}编号,姓名,拼音,分组,位次,类别,职务,性别,请假,民族,饮食,需求,住房,入住,离店,到达时间,到达地点,到达班次,接站,"
          + "返程时间,返程地点,返程班次,送站,指定座位,挨着,避开,指定房间,同住,指定车辆,讨论组,电话,备注\r\n"))
  }

  @Test(arguments: Language.allCases)
  func `A template as a workbook is the same event, byte for byte the same each time`(_ language: Language)
    throws
  {
    let data = try EventTemplate.workbook(language)
    let reading = EventReader.read(workbook: data, named: "x.xlsx")
    let event = try #require(reading.event)
    // Its duties name nobody, who might not be on the list that is filled in.
    #expect(Set(reading.diagnostics.map(\.code)) == ["nobody-asks", "example-row", "staff"])
    #expect(reading.language == language)
    let folder = try #require(EventReader.read(files: EventTemplate.files(language)).event)
    #expect(event.people == folder.people)
    #expect(event.settings == folder.settings)
    #expect(event.fleet == folder.fleet && event.roomStock == folder.roomStock)
    #expect(try EventTemplate.workbook(language) == data)
  }

  @Test(arguments: Language.allCases)
  func `Every column of a template says what is written in it`(_ language: Language) {
    for table in TableName.allCases {
      for column in table.columns where column.isInTemplate {
        #expect(column.help != nil, "\(table) \(column.name)")
      }
    }
  }

  @Test func `Every table but the event's has one example`() throws {
    for (name, data) in EventTemplate.files(.english) where name != "event.csv" {
      #expect(try TableReader.read(data, source: name).table.rows.count == 1)
    }
  }

  @Test func `The settings of the template are the defaults`() throws {
    let event = try #require(EventReader.read(files: EventTemplate.files(.chinese)).event)
    var expected = Settings(name: "年度工作会议")
    expected.start = Day(year: 2026, month: 3, day: 5)
    expected.end = Day(year: 2026, month: 3, day: 7)
    for key in Term.allCases {
      expected.weights[key] = key.defaultWeight
    }
    #expect(event.settings == expected)
  }
}
