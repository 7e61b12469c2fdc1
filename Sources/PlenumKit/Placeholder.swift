// PlenumKit
